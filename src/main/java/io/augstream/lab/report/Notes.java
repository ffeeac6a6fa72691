package io.augstream.lab.report;

import io.augstream.lab.ArmResult;
import io.augstream.lab.DataSummary;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Metric;
import io.augstream.lab.statistics.ArmVerdict;
import io.augstream.lab.statistics.Verdict;
import io.augstream.lab.statistics.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What stands beneath the table, in paragraphs broken at the width of the terminal. ASCII only. */
public final class Notes {
    private Notes() {}

    static List<String> of(ExperimentResult result, int width) {
        List<String> lines = new ArrayList<>();
        for (String note : paragraphs(result)) {
            lines.addAll(broken(note, width));
        }
        return lines;
    }

    /** One where there is nothing to tell is empty. */
    static List<String> paragraphs(ExperimentResult result) {
        return List.of(
                figures(result),
                EpochCounts.of(result),
                EndedRuns.of(result),
                exploratory(result),
                verdictRule(result),
                alike(result),
                TestNotes.signFlips(result),
                TestNotes.equivalence(result),
                smallestEffects(result),
                HealthNote.of(result),
                data(result),
                coverage(result));
    }

    private static String figures(ExperimentResult result) {
        String intervals = result.seeds().size() == 1
                ? "One seed, so there are no intervals."
                : "Means and their 95% intervals over the seeds; beneath, the differences paired by seed.";
        String epoch = result.epochs().isPresent() && !EpochCounts.differ(result)
                ? " (" + result.epochs().getAsInt() + ")"
                : "";
        return intervals + " Figures of the " + result.figuresOf() + epoch
                + " on clean images: gap = train - test"
                + " in points, loss gap = test - train cross-entropy.";
    }

    private static String exploratory(ExperimentResult result) {
        return result.rule().exploratory()
                ? "Exploratory: seeds were added after a look at results, so that p and intervals no longer keep their"
                        + " levels. Confirm what they show on fresh seeds."
                : "";
    }

    private static String verdictRule(ExperimentResult result) {
        int arms = result.arms().size() - 1;
        if (arms == 0) {
            return "";
        }
        if (result.verdicts().isEmpty()) {
            return "No verdicts and no p: they take at least " + Verdicts.LEAST_SEEDS + " seeds, these are "
                    + result.seeds().size() + ".";
        }
        Metric primary = result.primary();
        return "p by paired t tests" + (arms == 1 ? "" : ", after Holm's correction over " + arms + " arms")
                + ". Helps and hurts rest on " + primary.words() + (primary.isLessBetter() ? ", less being better" : "")
                + (result.isExploratory()
                        ? ", at 5%."
                        : ", at 5%: any that are false stand in at most 5% of experiments.")
                + (primary == Metric.GAP || result.isExploratory()
                        ? ""
                        : " Smaller gap only rests on a second family of tests, of the gap, at another 5%: false"
                                + " verdicts of any kind in at most 10%.");
    }

    /** Arms that are the same training under two names, but for the baseline's, which have a verdict of their own. */
    private static String alike(ExperimentResult result) {
        List<String> pairs = new ArrayList<>();
        List<ArmResult> arms = result.arms().stream()
                .filter(arm -> !arm.trainsLike(result.baseline()))
                .toList();
        for (int i = 0; i < arms.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (arms.get(i).trainsLike(arms.get(j))) {
                    pairs.add(arms.get(j).name() + " and " + arms.get(i).name());
                    break;
                }
            }
        }
        return pairs.isEmpty()
                ? ""
                : "Alike to the last bit, and counted by Holm's correction each: " + String.join("; ", pairs) + ".";
    }

    private static String smallestEffects(ExperimentResult result) {
        String effects = result.verdicts().stream()
                .filter(verdict -> verdict.verdict() == Verdict.NO_EFFECT_SHOWN
                        && verdict.smallestEffect().isPresent())
                .map(verdict -> smallestEffect(verdict, result.primary()))
                .collect(Collectors.joining(", "));
        return effects.isEmpty()
                ? ""
                : "No effect shown: with 80% power these seeds would have found a change of "
                        + result.primary().words() + " by "
                        + effects
                        + " or more.";
    }

    private static String smallestEffect(ArmVerdict verdict, Metric primary) {
        return Figure.of(primary).size(verdict.smallestEffect().orElseThrow()) + " (" + verdict.arm() + ")";
    }

    private static String data(ExperimentResult result) {
        DataSummary data = result.data();
        String sizes = data.train().stream().map(String::valueOf).collect(Collectors.joining(" or "));
        String train = data.drawsParts() ? sizes + " of " + data.pool() : sizes;
        return (result.seeds().size() == 1 ? "Seed " : "Seeds ") + seeds(result.seeds()) + ". Images: " + train
                + " train, " + data.validation() + " validation, " + data.test()
                + (data.redrawn() ? " test, of each seed its own; " : " test; ") + data.classes()
                + " classes, " + data.image() + ".";
    }

    /** What the intervals cover, and what they do not. */
    static String coverage(ExperimentResult result) {
        DataSummary data = result.data();
        String chosen = data.redrawn()
                ? "the pool"
                : data.drawsParts()
                        ? "the choice of the " + data.pool() + " that these are drawn from, nor of test images"
                        : "the choice of training or test images";
        return "Intervals cover " + String.join(", ", Coverage.of(data)) + "; not " + chosen + ".";
    }

    /** As {@code 1 to 5}, or one after the other. */
    static String seeds(List<Long> seeds) {
        boolean consecutive = seeds.get(seeds.size() - 1) - seeds.get(0) == seeds.size() - 1
                && seeds.stream().sorted().toList().equals(seeds);
        return seeds.size() > 2 && consecutive
                ? seeds.get(0) + " to " + seeds.get(seeds.size() - 1)
                : seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Words, and so a line may be longer where one word is. */
    public static List<String> broken(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }
}
