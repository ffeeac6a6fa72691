package io.augstream.lab.report;

import io.augstream.lab.ArmResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.RunResult;
import java.util.IntSummaryStatistics;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** How long the runs of each arm were, and which of their epochs the figures are of, where that differs from seed to seed. */
final class EpochCounts {
    private EpochCounts() {}

    /** Whether seeds of an arm may count with different epochs. */
    static boolean differ(ExperimentResult result) {
        return result.arms().stream().anyMatch(EpochCounts::differ);
    }

    /** Empty where each arm's last planned epoch counts. */
    static String of(ExperimentResult result) {
        return differ(result)
                ? "Epochs trained: "
                        + result.arms().stream().map(EpochCounts::of).collect(Collectors.joining(", ")) + "."
                : "";
    }

    private static boolean differ(ArmResult arm) {
        IntSummaryStatistics trained = over(arm, run -> run.epochs().size());
        return trained.getMin() < trained.getMax()
                || arm.runs().stream().anyMatch(run -> run.chosen().isPresent());
    }

    private static String of(ArmResult arm) {
        String trained = arm.name() + " " + range(over(arm, run -> run.epochs().size()));
        boolean chosen = arm.runs().stream().anyMatch(run -> run.chosen().isPresent());
        return chosen
                ? trained + " (figures of "
                        + range(over(arm, run -> run.figures().epoch())) + ")"
                : trained;
    }

    private static IntSummaryStatistics over(ArmResult arm, ToIntFunction<RunResult> count) {
        return arm.runs().stream().mapToInt(count).summaryStatistics();
    }

    private static String range(IntSummaryStatistics counts) {
        return counts.getMin() == counts.getMax()
                ? Integer.toString(counts.getMin())
                : counts.getMin() + " to " + counts.getMax();
    }
}
