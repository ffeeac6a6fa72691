package io.augstream.lab.report;

import io.augstream.lab.Comparison;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Metric;
import io.augstream.lab.statistics.ArmVerdict;
import io.augstream.lab.statistics.Equivalence;
import io.augstream.lab.statistics.SeedsNeeded;
import io.augstream.lab.statistics.SignFlip;
import io.augstream.lab.statistics.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the notes tell of tests beside those that the table's p comes from. Empty where there are no verdicts. */
final class TestNotes {
    private TestNotes() {}

    /** The t test's p beside the sign-flip p; nothing for more seeds than that takes. */
    static String signFlips(ExperimentResult result) {
        String arms = result.verdicts().stream()
                .flatMap(verdict -> result.comparison(verdict.arm(), result.primary()).stream())
                .flatMap(comparison -> signFlip(comparison).stream())
                .collect(Collectors.joining(", "));
        return arms.isEmpty()
                ? ""
                : begun(result.primary())
                        + " without correction, p by t test / by exact sign flips (the least that those can give): "
                        + arms + ".";
    }

    private static Optional<String> signFlip(Comparison comparison) {
        // Seeds whose test parts overlap are alike beyond what flips of their signs allow for.
        return SignFlip.of(comparison.paired().differences())
                .filter(flip -> comparison.paired().overlap() == 0)
                .map(flip -> comparison.arm() + " "
                        + PValue.of(comparison.paired().p().orElseThrow()) + " / " + PValue.of(flip.p()) + " ("
                        + PValue.of(flip.least()) + ")");
    }

    /** Which arms have no larger effect than matters, and how many seeds the others take to show one. */
    static String equivalence(ExperimentResult result) {
        List<ArmVerdict> verdicts = result.verdicts();
        if (verdicts.isEmpty() || result.rule().smallestEffect().isEmpty()) {
            return "";
        }
        String margin = Figure.of(result.primary())
                .margin(result.rule().smallestEffect().orElseThrow());
        String within = verdicts.stream()
                .filter(verdict -> verdict.equivalence().orElseThrow().shown())
                .map(ArmVerdict::arm)
                .collect(Collectors.joining(", "));
        String needed = verdicts.stream()
                .filter(TestNotes::isOpen)
                .map(TestNotes::seedsNeeded)
                .collect(Collectors.joining(", "));
        return begun(result.primary()) + " changes by no more than " + margin + " (90% interval inside +-" + margin
                + "; two one-sided tests at 5%, each arm by itself): " + (within.isEmpty() ? "shown of no arm" : within)
                + ". " + equivalenceIntervals(result)
                + (needed.isEmpty()
                        ? ""
                        : " Seeds that would show a change by " + margin + " with 80% power, by the upper 80% limit of"
                                + " the deviation: " + needed + ".");
    }

    /** Those that lie inside the margin or do not. */
    private static String equivalenceIntervals(ExperimentResult result) {
        Figure figure = Figure.of(result.primary());
        String intervals = result.verdicts().stream()
                .map(verdict -> {
                    Equivalence equivalence = verdict.equivalence().orElseThrow();
                    return verdict.arm() + " " + figure.interval(equivalence.low(), equivalence.high());
                })
                .collect(Collectors.joining(", "));
        return "90% intervals in " + figure.unitOfChange() + ": " + intervals + ".";
    }

    /** As a sentence begins. */
    private static String begun(Metric metric) {
        String words = metric.words();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether more seeds may tell something, and these tell how many. */
    private static boolean isOpen(ArmVerdict verdict) {
        boolean shown = verdict.verdict() == Verdict.HELPS
                || verdict.verdict() == Verdict.HURTS
                || verdict.equivalence().orElseThrow().shown();
        return !shown && verdict.smallestEffect().isPresent();
    }

    private static String seedsNeeded(ArmVerdict verdict) {
        String seeds = verdict.seedsNeeded().isPresent()
                ? Integer.toString(verdict.seedsNeeded().getAsInt())
                : "over " + SeedsNeeded.MOST;
        return seeds + " (" + verdict.arm() + ")";
    }
}
