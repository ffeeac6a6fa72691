package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.run.TrainingFile;
import io.augstream.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecommendationTest {
    private static final double[] FIVE_TIMES_HALF = {0.5, 0.5, 0.5, 0.5, 0.5};
    private static final String ARMS =
            "{seeds: 2, arms: [none, mirror, {name: swapped, stages: [noise, rotate], set: {stages.rotate.p: 1,"
                    + " train.weight_decay: 1e-3, data.train_size: 6}}]}";

    private final ExperimentSettings settings = Recommendations.settings(ARMS);

    /** Loaded again from another folder it is the arm: its stages in its order, its changes, and the same data. */
    @Test
    void theFileOfAnArmThatHelpsTrainsAsTheArmDid() {
        Recommendation recommendation = recommended(0.6, 0.61, 0.6, 0.59, 0.6);
        assertEquals("swapped", recommendation.arm().name());

        Settings written = Settings.parse(recommendation.file("drawn"), "recommended.yaml", Path.of("/elsewhere"));

        TrainingFile file = TrainingFile.from(written);
        assertEquals(recommendation.arm().pipeline().stages(), file.pipeline().stages());
        assertEquals(recommendation.arm().training().train(), file.train());
        assertEquals(recommendation.arm().training().data(), file.data());
        assertEquals(Path.of("/pictures/data"), file.data().root());
        assertEquals(
                "[noise, rotate]",
                file.pipeline().stages().stream().map(stage -> stage.name()).toList() + "");
        assertEquals(6, file.data().trainSize());
        assertTrue(written.root().find("measure").isEmpty()
                && written.root().find("claims").isEmpty());
    }

    @Test
    void theBaselinesFileIsRecommendedWhereNothingIsShown() {
        Recommendation recommendation = recommended(0.6, 0.41, 0.6, 0.39, 0.6);

        assertEquals("none", recommendation.arm().name());
        Settings written = Settings.parse(recommendation.file("drawn"), "recommended.yaml", Path.of("/elsewhere"));
        assertTrue(TrainingFile.from(written).pipeline().stages().isEmpty());
        assertTrue(written.root().find("stages").orElseThrow().list().isEmpty());
    }

    @Test
    void theBaselinesFileIsRecommendedWhereTheChosenArmHurts() {
        assertEquals("none", recommended(0.4, 0.41, 0.4, 0.39, 0.4).arm().name());
    }

    @Test
    void theConfirmationHasTwoArmsFreshSeedsAndNoClaims() {
        ExperimentSettings fresh = settings.confirming(settings.measure().arm("swapped"));

        ExperimentSettings again = ExperimentSettings.from(
                Settings.parse(fresh.resolved(), "pipeline.yaml", Path.of("/elsewhere")), "drawn");
        assertEquals(
                "[none, swapped]",
                again.measure().arms().stream().map(Arm::name).toList() + "");
        assertEquals("[3, 4, 5, 6, 7]", again.measure().seeds() + "");
        assertTrue(again.claims().isEmpty());
        assertEquals(
                settings.measure().arm("swapped").training().train(),
                again.measure().arm("swapped").training().train());
    }

    @Test
    void anArmBesideTheBaselineIsConfirmed() {
        Choice choice = Choice.among(
                settings.measure(),
                recommended(0.6, 0.6, 0.6, 0.6, 0.6).confirmation().orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> new Recommendation(choice, Optional.empty()));
    }

    /** Chosen for its validation accuracy of 1, it comes to {@code test} on fresh seeds, where the baseline has a half. */
    private Recommendation recommended(double... test) {
        ExperimentResult result = Results.of(
                Results.arm("none", FIVE_TIMES_HALF, FIVE_TIMES_HALF),
                Results.arm("swapped", new double[] {1, 1, 1, 1, 1}, test));
        return Recommendations.of(result, result, settings);
    }
}
