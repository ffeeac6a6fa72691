package io.augstream.lab.report;

import io.augstream.lab.ArmResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.RunHealth;
import io.augstream.lab.RunResult;
import io.augstream.train.health.Diagnosis;
import io.augstream.train.health.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether the networks of an experiment train, in a sentence or two. */
final class HealthNote {
    private HealthNote() {}

    /** Empty where nobody looked. */
    static String of(ExperimentResult result) {
        List<Diagnosis> all = result.arms().stream()
                .flatMap(arm -> arm.runs().stream())
                .flatMap(run -> run.health().stream())
                .map(RunHealth::diagnosis)
                .toList();
        if (all.isEmpty()) {
            return "";
        }
        if (all.stream().noneMatch(diagnosis -> diagnosis.verdict().isUnhealthy())) {
            return "Health of " + all.size() + " runs: " + counts(all) + ".";
        }
        List<String> arms = new ArrayList<>();
        for (ArmResult arm : result.arms()) {
            List<Diagnosis> ill = arm.runs().stream()
                    .map(RunResult::health)
                    .flatMap(health -> health.stream())
                    .map(RunHealth::diagnosis)
                    .filter(diagnosis -> diagnosis.verdict().isUnhealthy())
                    .toList();
            if (!ill.isEmpty()) {
                arms.add(String.format(
                        Locale.ROOT,
                        "of arm %s %s of %d seeds (%s)",
                        arm.name(),
                        counts(ill),
                        arm.runs().size(),
                        ill.get(0).line()));
            }
        }
        return "Health: " + String.join("; ", arms) + ".";
    }

    private static String counts(List<Diagnosis> diagnoses) {
        Map<Verdict, Integer> counts = new TreeMap<>();
        diagnoses.forEach(diagnosis -> counts.merge(diagnosis.verdict(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().words())
                .collect(Collectors.joining(", "));
    }
}
