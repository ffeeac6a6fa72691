package io.augstream.lab.report;

import io.augstream.lab.ArmResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.RunResult;
import java.util.List;
import java.util.stream.Collectors;

/** Of which arms the numbers ended, and what their figures are then of. */
final class EndedRuns {
    private EndedRuns() {}

    /** Empty where all went on. */
    static String of(ExperimentResult result) {
        String arms = result.arms().stream()
                .filter(arm -> !ended(arm).isEmpty())
                .map(EndedRuns::of)
                .collect(Collectors.joining("; "));
        return arms.isEmpty()
                ? ""
                : "Trainings whose numbers ended count with the scores of their first weights: " + arms + ".";
    }

    private static String of(ArmResult arm) {
        List<String> ended = ended(arm);
        return arm.name() + ", " + ended.size() + " of " + arm.runs().size() + " seeds (" + ended.get(0) + ")";
    }

    private static List<String> ended(ArmResult arm) {
        return arm.runs().stream()
                .map(RunResult::ended)
                .flatMap(ended -> ended.stream())
                .toList();
    }
}
