package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class VerdictsTest {
    private static final List<Double> UP = List.of(0.08, 0.10, 0.09, 0.11, 0.12);
    private static final List<Double> DOWN = UP.stream().map(x -> -x).toList();
    private static final List<Double> NOISE = List.of(0.01, -0.02, 0.015, -0.01, 0.002);
    private static final List<Double> ZERO = Collections.nCopies(5, 0.0);

    @Test
    void thePrimaryMetricUpHelpsWhateverTheGapDoes() {
        assertEquals(Verdict.HELPS, only(arm("a", UP, DOWN)));
        assertEquals(Verdict.HELPS, only(arm("a", UP, UP)));
    }

    @Test
    void thePrimaryMetricDownHurtsThoughTheGapShrinks() {
        assertEquals(Verdict.HURTS, only(arm("a", DOWN, DOWN)));
    }

    /** Of a loss: what falls got better. */
    @Test
    void whereLessIsBetterThePrimaryMetricDownHelps() {
        assertEquals(Verdict.HELPS, only(new ArmComparison("a", comparison(DOWN), comparison(NOISE), false, true)));
        assertEquals(Verdict.HURTS, only(new ArmComparison("a", comparison(UP), comparison(NOISE), false, true)));
        assertEquals(
                Verdict.SMALLER_GAP_ONLY,
                only(new ArmComparison("a", comparison(NOISE), comparison(DOWN), false, true)));
    }

    @Test
    void aSmallerGapWithoutABetterPrimaryMetricIsCalledThat() {
        assertEquals(Verdict.SMALLER_GAP_ONLY, only(arm("a", NOISE, DOWN)));
    }

    @Test
    void aLargerGapAloneShowsNoEffect() {
        assertEquals(Verdict.NO_EFFECT_SHOWN, only(arm("a", NOISE, UP)));
    }

    @Test
    void equalAccuraciesWithOtherLossesAreNotIdentical() {
        assertEquals(Verdict.NO_EFFECT_SHOWN, only(arm("a", ZERO, ZERO)));
    }

    @Test
    void identicalRunsReadIdenticalAndHaveNoSmallestEffect() {
        List<ArmVerdict> verdicts = Verdicts.of(
                List.of(new ArmComparison("a", comparison(ZERO), comparison(ZERO), true)), VerdictRule.DEFAULT);

        assertEquals(
                List.of(new ArmVerdict(
                        "a", Verdict.IDENTICAL, OptionalDouble.empty(), Optional.empty(), OptionalInt.empty())),
                verdicts);
    }

    @Test
    void fourSeedsGiveNoVerdict() {
        List<Double> four = UP.subList(0, 4);

        assertEquals(List.of(), Verdicts.of(List.of(arm("a", four, four)), VerdictRule.DEFAULT));
    }

    /** Mean 0.03, deviation 0.023452: t = 2.860 on 4 degrees, p = 0.0459; below 5% alone, above it times two arms. */
    @Test
    void otherArmsRaiseTheBar() {
        List<Double> weak = List.of(0.01, 0.05, 0.02, 0.06, 0.01);
        assertEquals(0.0459, comparison(weak).p().orElseThrow(), 0.0001);
        assertEquals(Verdict.HELPS, only(arm("weak", weak, NOISE)));

        List<ArmVerdict> both =
                Verdicts.of(List.of(arm("weak", weak, NOISE), arm("noise", NOISE, NOISE)), VerdictRule.DEFAULT);

        assertEquals(Verdict.NO_EFFECT_SHOWN, both.get(0).verdict());
    }

    /** Two arms: level 0.025 for the strictest. Recomputed here from the power function alone. */
    @Test
    void smallestEffectIsFoundInFourOfFiveExperimentsAtTheStrictestStep() {
        ArmComparison noise = arm("noise", NOISE, NOISE);

        ArmVerdict verdict =
                Verdicts.of(List.of(noise, noise), VerdictRule.DEFAULT).get(0);

        double deviations =
                verdict.smallestEffect().orElseThrow() / noise.primary().deviation();
        assertEquals(0.8, Power.of(deviations, 5, 0.025), 1e-6);
        assertTrue(verdict.smallestEffect().orElseThrow() > 0.01);
    }

    /** NOISE: mean −0.0006, deviation 0.0143805, so ± 2.131847 · 0.0064312 = 0.013710: [−0.014310, 0.013110]. */
    @Test
    void anIntervalInsideTheSmallestEffectThatMattersShowsNoLargerOne() {
        assertEquals(Verdict.NO_EFFECT_LARGER, within(0.0144, NOISE, NOISE).verdict());
        assertEquals(Verdict.NO_EFFECT_SHOWN, within(0.0143, NOISE, NOISE).verdict());
    }

    @Test
    void whatWasShownIsSaidBeforeWhatIsNotThere() {
        assertEquals(Verdict.HELPS, within(0.5, UP, UP).verdict());
        assertEquals(Verdict.SMALLER_GAP_ONLY, within(0.5, NOISE, DOWN).verdict());
        assertTrue(within(0.5, UP, UP).equivalence().orElseThrow().shown());
    }

    @Test
    void withoutASmallestEffectThatMattersNothingIsSaidOfEquivalence() {
        ArmVerdict verdict = Verdicts.of(List.of(arm("a", NOISE, NOISE)), VerdictRule.DEFAULT)
                .get(0);

        assertEquals(Optional.empty(), verdict.equivalence());
        assertEquals(OptionalInt.empty(), verdict.seedsNeeded());
    }

    @Test
    void aLookAtResultsChangesNothingButTheFlag() {
        VerdictRule rule = new VerdictRule(OptionalDouble.of(0.01), false);

        assertEquals(new VerdictRule(OptionalDouble.of(0.01), true), rule.afterALook());
    }

    @Test
    void verdictsAreSpelledAsInTheReport() {
        assertEquals("smaller_gap_only", Verdict.SMALLER_GAP_ONLY.id());
        assertEquals("no effect shown", Verdict.NO_EFFECT_SHOWN.words());
    }

    private static ArmVerdict within(double margin, List<Double> primary, List<Double> gap) {
        VerdictRule rule = new VerdictRule(OptionalDouble.of(margin), false);
        return Verdicts.of(List.of(arm("a", primary, gap)), rule).get(0);
    }

    private static Verdict only(ArmComparison arm) {
        return Verdicts.of(List.of(arm), VerdictRule.DEFAULT).get(0).verdict();
    }

    private static ArmComparison arm(String name, List<Double> primary, List<Double> gap) {
        return new ArmComparison(name, comparison(primary), comparison(gap), false);
    }

    private static PairedComparison comparison(List<Double> differences) {
        return PairedComparison.of(differences, Collections.nCopies(differences.size(), 0.0));
    }
}
