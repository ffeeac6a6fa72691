package io.augstream.lab.report.page;

import static io.augstream.lab.Results.arm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.lab.ArmResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Metric;
import io.augstream.lab.Results;
import io.augstream.lab.TinyExperiment;
import io.augstream.lab.statistics.VerdictRule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeadlineTest {
    private static final int[] TRAIN = {996, 1000, 992, 1000, 988};
    private static final int[] TEST = {700, 720, 690, 710, 705};

    private final TinyExperiment experiment;

    HeadlineTest(@TempDir Path folder) throws IOException {
        this.experiment = new TinyExperiment(folder);
    }

    @Test
    void saysWhichArmsDidWhat() {
        ExperimentResult result = Results.of(
                arm("none", TRAIN, TEST),
                arm("rotate", TRAIN, new int[] {800, 815, 795, 805, 810}),
                arm("noise", new int[] {700, 720, 690, 700, 690}, new int[] {600, 615, 595, 605, 610}),
                arm("all", TRAIN, TEST));

        assertEquals(
                "rotate (+10.0 points) raises test accuracy. noise (−10.0 points) lowers test accuracy."
                        + " all trains exactly as the baseline.",
                answer(result));
    }

    /** By hand each loss is twice the error: 10 points are 0.2 nats. */
    @Test
    void saysOfLossesAndGapsThatLessHelps() {
        ArmResult none = arm("none", TRAIN, TEST);
        ArmResult rotate = arm("rotate", TRAIN, new int[] {800, 815, 795, 805, 810});
        ArmResult noise = arm("noise", TRAIN, new int[] {600, 615, 595, 605, 610});

        assertEquals(
                "rotate (−0.20 nats) lowers test loss. noise (+0.20 nats) raises test loss.",
                answer(Results.of(Metric.TEST_LOSS, VerdictRule.DEFAULT, none, rotate, noise)));
        assertEquals(
                "rotate (−10.0 points) lowers the gap. noise (+10.0 points) raises the gap.",
                answer(Results.of(Metric.GAP, VerdictRule.DEFAULT, none, rotate, noise)));
    }

    @Test
    void asksOfAugmentationsWhereStagesAreAllThatDiffers() {
        assertEquals(
                "What does each augmentation do to overfitting?",
                new Headline(experiment.settings(), Results.of(arm("none", TRAIN, TEST), arm("noise", TRAIN, TEST)))
                        .question());
    }

    /** Of the second, stages differ from the baseline's, and the batch too. */
    @Test
    void asksOfChangesWhereSomethingElseDiffers() {
        for (String other :
                new String[] {"{name: wider, stages: [], set: {train.batch: 8}}", "{name: wider, set: {train.batch: 8}}"
                }) {
            experiment.with("measure.arms", "[none, " + other + "]");

            assertEquals(
                    "What does each change do to overfitting?",
                    new Headline(experiment.settings(), Results.of(arm("none", TRAIN, TEST), arm("wider", TRAIN, TEST)))
                            .question());
        }
    }

    @Test
    void namesThreeArmsOfManyAndCountsTheOthers() {
        ExperimentResult result = Results.of(
                arm("none", TRAIN, TEST),
                arm("a", TRAIN, TEST),
                arm("b", TRAIN, TEST),
                arm("c", TRAIN, TEST),
                arm("d", TRAIN, TEST),
                arm("e", TRAIN, TEST));

        assertEquals("a, b, c and 2 more train exactly as the baseline.", answer(result));
    }

    @Test
    void ownsUpToTooFewSeeds() {
        int[] two = {900, 910};

        assertEquals(
                "No answer yet: verdicts take at least 5 seeds, and there are 2.",
                answer(Results.of(arm("none", two, two), arm("rotate", two, two))));
    }

    private String answer(ExperimentResult result) {
        return new Headline(experiment.settings(), result).answer().markup().replaceAll("<[^>]*>", "");
    }
}
