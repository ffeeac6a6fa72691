package io.augstream.lab;

import io.augstream.train.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Which arm the validation split finds best, by its mean over the seeds; the test split has no say. Arms of one mean, to
 * 1e-9, are tied: the one of fewest stages is chosen, of these the baseline, and else the first of the file.
 *
 * <p>The winner's own score flatters it: it won by its seeds' luck too. What it is worth shows on fresh seeds alone.
 *
 * @param best the arm chosen, maybe the baseline
 * @param primary {@link Metric#TEST_ACCURACY} or {@link Metric#TEST_LOSS}: it is the same score of the validation images
 *     that is compared
 * @param arms how many there were to choose from
 * @param seeds that the means are over
 */
public record Choice(Scored best, Scored baseline, Metric primary, int arms, List<Long> seeds) {
    private static final double GRAIN = 1e-9;

    /** @param mean of the validation images' accuracy or loss, over the seeds */
    public record Scored(Arm arm, double mean) {}

    public Choice {
        seeds = List.copyOf(seeds);
    }

    /**
     * @param measure whose arms {@code result} has
     * @throws NullPointerException if a run has no validation score; {@link ChoiceCheck} refuses such files before
     */
    public static Choice among(MeasureSettings measure, ExperimentResult result) {
        Metric primary = result.primary();
        List<Scored> scored = result.arms().stream()
                .map(arm -> new Scored(measure.arm(arm.name()), mean(arm, primary)))
                .toList();
        Scored best = scored.stream().min(order(measure.baseline(), primary)).orElseThrow();
        return new Choice(best, scored(scored, measure.baseline()), primary, scored.size(), result.seeds());
    }

    public boolean isBaseline() {
        return best.equals(baseline);
    }

    /** Within a sentence: {@code validation accuracy}. */
    public String words() {
        return primary.words().replace("test", "validation");
    }

    /** Best first; of equals, a stream's minimum is the first. */
    private static Comparator<Scored> order(String baseline, Metric primary) {
        double sign = primary.isLessBetter() ? 1 : -1;
        return Comparator.<Scored>comparingDouble(scored -> sign * Math.rint(scored.mean / GRAIN))
                .thenComparingInt(scored -> scored.arm.pipeline().stages().size())
                .thenComparing(scored -> !scored.arm.name().equals(baseline));
    }

    private static Scored scored(List<Scored> all, String name) {
        return all.stream()
                .filter(scored -> scored.arm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double mean(ArmResult arm, Metric primary) {
        return arm.runs().stream()
                .mapToDouble(run -> score(run, primary))
                .average()
                .orElseThrow();
    }

    private static double score(RunResult run, Metric primary) {
        Score validation = Objects.requireNonNull(run.figures().validation(), "a choice takes a validation split");
        return primary == Metric.TEST_LOSS ? validation.loss() : validation.accuracy();
    }
}
