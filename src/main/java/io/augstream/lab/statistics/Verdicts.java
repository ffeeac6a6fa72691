package io.augstream.lab.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * From paired comparisons to verdicts. One primary metric decides first; the gap is a family of its own and decides only
 * between {@link Verdict#SMALLER_GAP_ONLY} and no effect.
 *
 * <p>Where the {@link VerdictRule} names the smallest effect that matters, an arm without any of these verdicts may be
 * shown to have {@link Verdict#NO_EFFECT_LARGER}. An arm that helps or hurts by less than that keeps its verdict, and its
 * {@link Equivalence} tells the rest.
 *
 * <p>Each family keeps its own {@link #LEVEL}: a false {@link Verdict#HELPS} or {@link Verdict#HURTS} stands in at most
 * 5% of experiments, a false verdict of any kind in at most 10%. Where nothing has an effect it is 5% and about 7%, since
 * half of the gap's false rejections say that it grew, which is no verdict.
 *
 * <p>Each family holds all arms but the baseline. An identical arm stays in it with its p of 1: that makes the others'
 * correction a little stricter, and lets anyone recompute p_holm from the p of the report.
 */
public final class Verdicts {
    /** With fewer seeds there is no verdict: a t interval on 3 degrees of freedom is mostly its assumption. */
    public static final int LEAST_SEEDS = 5;

    public static final double LEVEL = 0.05;
    public static final double POWER = 0.8;

    private Verdicts() {}

    /** Holm's p of one metric over the arms, in their order; all absent for a single seed. */
    public static List<OptionalDouble> holm(
            List<ArmComparison> arms, Function<ArmComparison, PairedComparison> metric) {
        List<OptionalDouble> p = arms.stream().map(arm -> metric.apply(arm).p()).toList();
        if (p.stream().anyMatch(OptionalDouble::isEmpty)) {
            return p;
        }
        return Holm.adjust(p.stream().map(OptionalDouble::orElseThrow).toList()).stream()
                .map(OptionalDouble::of)
                .toList();
    }

    /** One verdict an arm, in their order; none at all with fewer than {@link #LEAST_SEEDS} seeds. */
    public static List<ArmVerdict> of(List<ArmComparison> arms, VerdictRule rule) {
        if (arms.stream().anyMatch(arm -> arm.primary().pairs() < LEAST_SEEDS)) {
            return List.of();
        }
        List<OptionalDouble> primaryP = holm(arms, ArmComparison::primary);
        List<OptionalDouble> gapP = holm(arms, ArmComparison::gap);
        // Holm's strictest step: an effect that is found at this level is found whatever the other arms show.
        double strictest = LEVEL / arms.size();
        List<ArmVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            ArmComparison arm = arms.get(i);
            Verdict verdict =
                    verdict(arm, primaryP.get(i).orElseThrow(), gapP.get(i).orElseThrow());
            verdicts.add(judged(arm, verdict, rule.smallestEffect(), strictest));
        }
        return List.copyOf(verdicts);
    }

    /** What the tests of differences say, without that of equivalence. */
    static Verdict verdict(ArmComparison arm, double primaryP, double gapP) {
        if (arm.identical()) {
            return Verdict.IDENTICAL;
        }
        if (primaryP <= LEVEL) {
            return arm.isBetter() ? Verdict.HELPS : Verdict.HURTS;
        }
        return gapP <= LEVEL && arm.gap().difference().mean() < 0 ? Verdict.SMALLER_GAP_ONLY : Verdict.NO_EFFECT_SHOWN;
    }

    private static ArmVerdict judged(ArmComparison arm, Verdict verdict, OptionalDouble margin, double alpha) {
        PairedComparison primary = arm.primary();
        OptionalDouble found = Power.smallestEffect(
                primary.standardError() * Math.sqrt(primary.pairs()), primary.pairs(), alpha, POWER);
        if (margin.isEmpty()) {
            return new ArmVerdict(arm.arm(), verdict, found, Optional.empty(), OptionalInt.empty());
        }
        Equivalence equivalence = Equivalence.of(primary, margin.getAsDouble());
        boolean noLarger = verdict == Verdict.NO_EFFECT_SHOWN && equivalence.shown();
        return new ArmVerdict(
                arm.arm(),
                noLarger ? Verdict.NO_EFFECT_LARGER : verdict,
                found,
                Optional.of(equivalence),
                SeedsNeeded.of(primary, margin.getAsDouble(), alpha));
    }
}
