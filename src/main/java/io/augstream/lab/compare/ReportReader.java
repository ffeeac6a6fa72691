package io.augstream.lab.compare;

import io.augstream.lab.Metric;
import io.augstream.lab.statistics.Estimate;
import io.augstream.settings.Json;
import io.augstream.settings.SettingsException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a report.json. Keys that it does not know are let pass, so that it reads those of later versions too. */
final class ReportReader {
    private final ReportValue report;

    private ReportReader(ReportValue report) {
        this.report = report;
    }

    /**
     * @param file what errors call the text
     * @throws SettingsException if it is no JSON, or a key is missing or wrong
     */
    static RunReport read(String text, String file) {
        try {
            return new ReportReader(new ReportValue(file, "", Json.parse(text))).read();
        } catch (IllegalArgumentException e) {
            throw new SettingsException(file + ": " + e.getMessage(), e);
        }
    }

    private RunReport read() {
        Origin origin = OriginReader.read(report.get("provenance"));
        List<ReportValue> comparisons = report.get("comparisons").list();
        return new RunReport(
                report.get("name").text(),
                comparisons.stream().findFirst().map(first -> first.get("baseline")
                        .text()),
                Metric.named(report.get("primary").text()),
                report.get("exploratory").flag(),
                origin,
                report.get("arms").list().stream()
                        .map(arm -> arm(arm, origin.seeds()))
                        .toList());
    }

    private ReportedArm arm(ReportValue arm, List<Long> seeds) {
        String name = arm.get("name").text();
        return new ReportedArm(
                name,
                testBySeed(arm.get("runs"), seeds),
                estimate(arm.get(Metric.TEST_ACCURACY.id()), "mean"),
                estimate(arm.get(Metric.GAP.id()), "mean"),
                difference(name),
                verdict(name));
    }

    private static SortedMap<Long, Double> testBySeed(ReportValue runs, List<Long> seeds) {
        SortedMap<Long, Double> tests = new TreeMap<>();
        for (ReportValue run : runs.list()) {
            tests.put(
                    run.get("seed").whole(), run.get(Metric.TEST_ACCURACY.id()).number());
        }
        if (!List.copyOf(tests.keySet()).equals(seeds.stream().sorted().toList())) {
            throw runs.wrong("one run for each of provenance.seeds");
        }
        return tests;
    }

    private Optional<Estimate> difference(String arm) {
        return report.get("comparisons").list().stream()
                .filter(comparison -> comparison.get("arm").text().equals(arm)
                        && comparison.get("metric").text().equals(Metric.TEST_ACCURACY.id()))
                .findFirst()
                .map(comparison -> estimate(comparison, "difference"));
    }

    private Optional<ReportedVerdict> verdict(String arm) {
        return report.get("verdicts").list().stream()
                .filter(verdict -> verdict.get("arm").text().equals(arm))
                .findFirst()
                .map(verdict -> new ReportedVerdict(verdict.get("verdict").text(), margin(verdict.get("equivalence"))));
    }

    private static OptionalDouble margin(ReportValue equivalence) {
        return equivalence.isNull()
                ? OptionalDouble.empty()
                : OptionalDouble.of(equivalence.get("margin").number());
    }

    private static Estimate estimate(ReportValue interval, String middle) {
        double mean = interval.get(middle).number();
        OptionalDouble low = interval.get("low").numberOrNull();
        OptionalDouble high = interval.get("high").numberOrNull();
        if (low.isEmpty() || high.isEmpty()) {
            return new Estimate(mean, OptionalDouble.empty());
        }
        double width = high.getAsDouble() - low.getAsDouble();
        if (!(width >= 0)) {
            throw interval.get("high").wrong("at least low");
        }
        return new Estimate(mean, OptionalDouble.of(width / 2));
    }
}
