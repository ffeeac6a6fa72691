package io.augstream.lab.compare;

import io.augstream.lab.Metric;
import java.util.List;
import java.util.Optional;

/**
 * What a report.json says, as far as runs are compared by it.
 *
 * @param baseline the arm that the others are compared with; absent where there is one arm alone
 * @param primary what its verdicts rest on
 * @param exploratory whether seeds were added after a look at results
 */
record RunReport(
        String name,
        Optional<String> baseline,
        Metric primary,
        boolean exploratory,
        Origin origin,
        List<ReportedArm> arms) {
    RunReport {
        arms = List.copyOf(arms);
    }

    Optional<ReportedArm> arm(String name) {
        return arms.stream().filter(arm -> arm.name().equals(name)).findFirst();
    }
}
