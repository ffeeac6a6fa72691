package io.augstream.lab;

import io.augstream.lab.statistics.VerdictRule;
import io.augstream.train.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Experiments made by hand: test accuracies in thousandths, train accuracies beside them. */
public final class Results {
    private Results() {}

    public static ExperimentResult of(ArmResult... arms) {
        return of(200, arms);
    }

    public static ExperimentResult of(int train, ArmResult... arms) {
        return of(train, VerdictRule.DEFAULT, List.of(), arms);
    }

    public static ExperimentResult of(List<Claim> claims, ArmResult... arms) {
        return of(200, VerdictRule.DEFAULT, claims, arms);
    }

    public static ExperimentResult of(String name, DataSummary data, List<Claim> claims, ArmResult... arms) {
        return ExperimentResult.of(
                name, data, Arm.NONE, Metric.TEST_ACCURACY, VerdictRule.DEFAULT, claims, Arrays.asList(arms));
    }

    public static ExperimentResult of(VerdictRule rule, ArmResult... arms) {
        return of(200, rule, List.of(), arms);
    }

    public static ExperimentResult of(Metric primary, VerdictRule rule, ArmResult... arms) {
        return of(200, primary, rule, List.of(), arms);
    }

    private static ExperimentResult of(int train, VerdictRule rule, List<Claim> claims, ArmResult... arms) {
        return of(train, Metric.TEST_ACCURACY, rule, claims, arms);
    }

    private static ExperimentResult of(
            int train, Metric primary, VerdictRule rule, List<Claim> claims, ArmResult... arms) {
        DataSummary data = new DataSummary(10, 252, train, 28, 1000, "32x32x3", Map.of("files", "00ff"));
        return ExperimentResult.of("byhand", data, Arm.NONE, primary, rule, claims, Arrays.asList(arms));
    }

    /** Seeds 1, 2, …; each loss is twice the error. */
    public static ArmResult arm(String name, int[] train, int[] test) {
        List<RunResult> runs = new ArrayList<>();
        for (int i = 0; i < test.length; i++) {
            Score first = score(500);
            List<EpochScores> epochs = List.of(
                    new EpochScores(1, null, first, first),
                    new EpochScores(2, score(train[i]), score(test[i]), score(test[i])));
            runs.add(new RunResult(i + 1, epochs, 1.5));
        }
        return new ArmResult(name, runs);
    }

    /** Seeds 1, 2, …; each loss is twice the error; every training image is recognised. */
    public static ArmResult arm(String name, double[] validation, double[] test) {
        List<RunResult> runs = new ArrayList<>();
        for (int i = 0; i < test.length; i++) {
            EpochScores only = new EpochScores(1, score(1000), score(validation[i]), score(test[i]));
            runs.add(new RunResult(i + 1, List.of(only), 1.5));
        }
        return new ArmResult(name, runs);
    }

    private static Score score(double accuracy) {
        return new Score(accuracy, 2 * (1 - accuracy));
    }

    private static Score score(int thousandths) {
        return new Score(thousandths / 1000.0, (1000 - thousandths) / 500.0);
    }
}
