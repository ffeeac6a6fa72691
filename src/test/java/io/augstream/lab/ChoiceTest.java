package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.lab.statistics.VerdictRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ChoiceTest {
    private static final String ARMS = "{seeds: 2, arms: [none, all, mirror, rotate]}";

    @Test
    void theMeanOverTheSeedsOnTheValidationSplitChooses() {
        Choice choice = choice(
                ARMS,
                validated("none", 0.50, 0.50),
                validated("all", 0.40, 0.40),
                validated("mirror", 0.90, 0.30),
                validated("rotate", 0.65, 0.65));

        assertEquals("rotate", choice.best().arm().name());
        assertEquals(0.65, choice.best().mean(), 1e-15);
        assertEquals(0.50, choice.baseline().mean(), 1e-15);
        assertEquals("validation accuracy", choice.words());
        assertFalse(choice.isBaseline());
    }

    @Test
    void theTestSplitHasNoSay() {
        Choice choice = choice(
                ARMS,
                Results.arm("none", new double[] {0.6, 0.6}, new double[] {0.1, 0.1}),
                Results.arm("all", new double[] {0.5, 0.5}, new double[] {1, 1}),
                Results.arm("mirror", new double[] {0.61, 0.61}, new double[] {0, 0}),
                Results.arm("rotate", new double[] {0.2, 0.2}, new double[] {0.9, 0.9}));

        assertEquals("mirror", choice.best().arm().name());
    }

    /** The means are equal as numbers and not as bits: 0.1 + 0.2 is not 0.3. */
    @Test
    void ofTiedArmsTheOneOfFewestStagesIsChosen() {
        assertEquals(
                "mirror",
                choice(
                                ARMS,
                                validated("none", 0.1, 0.1),
                                validated("all", 0.1, 0.2),
                                validated("mirror", 0.15, 0.15),
                                validated("rotate", 0.1, 0.1))
                        .best()
                        .arm()
                        .name());
    }

    @Test
    void ofAsManyStagesTheBaselineIsChosenAndThenTheFirst() {
        String baseline = "{seeds: 2, baseline: rotate, arms: [none, all, mirror, rotate]}";
        ArmResult[] tied = {
            validated("none", 0.1, 0.1),
            validated("all", 0.1, 0.1),
            validated("mirror", 0.7, 0.7),
            validated("rotate", 0.7, 0.7)
        };

        assertTrue(choice(baseline, tied).isBaseline());
        assertEquals("mirror", choice(ARMS, tied).best().arm().name());
    }

    /** Of the accuracies b has the higher one, and of the losses, 2 (1 - accuracy), so the lower. */
    @Test
    void ofALossLessIsBetter() {
        Choice choice = choice(
                "{seeds: 2, primary: test_loss, arms: [none, all, mirror, rotate]}",
                validated("none", 0.5, 0.5),
                validated("all", 0.4, 0.4),
                validated("mirror", 0.7, 0.7),
                validated("rotate", 0.6, 0.6));

        assertEquals("mirror", choice.best().arm().name());
        assertEquals(0.6, choice.best().mean(), 1e-12);
        assertEquals("validation loss", choice.words());
    }

    @Test
    void freshSeedsGoOnFromTheLargestAndAreEnoughForAVerdict() {
        assertEquals(List.of(3L, 4L, 5L, 6L, 7L), freshSeeds("{seeds: 2}"));
        assertEquals(List.of(7L, 8L, 9L, 10L, 11L, 12L), freshSeeds("{seeds: 6}"));
        assertEquals(List.of(41L, 42L, 43L, 44L, 45L), freshSeeds("{seeds: [40, -3]}"));
    }

    private static List<Long> freshSeeds(String measure) {
        return Recommendations.settings(measure).measure().freshSeeds();
    }

    private static ArmResult validated(String name, double first, double second) {
        return Results.arm(name, new double[] {first, second}, new double[] {0.5, 0.5});
    }

    private static Choice choice(String measure, ArmResult... arms) {
        MeasureSettings settings = Recommendations.settings(measure).measure();
        ExperimentResult result = ExperimentResult.of(
                "drawn",
                Results.of(arms).data(),
                settings.baseline(),
                settings.primary(),
                VerdictRule.DEFAULT,
                List.of(),
                Stream.of(arms).toList());
        return Choice.among(settings, result);
    }
}
