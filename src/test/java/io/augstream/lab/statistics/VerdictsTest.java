package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class VerdictsTest {
    private static final List<Double> UP = List.of(0.08, 0.10, 0.09, 0.11, 0.12);
    private static final List<Double> DOWN = UP.stream().map(x -> -x).toList();
    private static final List<Double> NOISE = List.of(0.01, -0.02, 0.015, -0.01, 0.002);
    private static final List<Double> ZERO = Collections.nCopies(5, 0.0);

    @Test
    void testAccuracyUpHelpsWhateverTheGapDoes() {
        assertEquals(Verdict.HELPS, only(arm("a", UP, DOWN)));
        assertEquals(Verdict.HELPS, only(arm("a", UP, UP)));
    }

    @Test
    void testAccuracyDownHurtsThoughTheGapShrinks() {
        assertEquals(Verdict.HURTS, only(arm("a", DOWN, DOWN)));
    }

    @Test
    void aSmallerGapWithoutBetterTestAccuracyIsCalledThat() {
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
        List<ArmVerdict> verdicts =
                Verdicts.of(List.of(new ArmComparison("a", comparison(ZERO), comparison(ZERO), true)));

        assertEquals(List.of(new ArmVerdict("a", Verdict.IDENTICAL, OptionalDouble.empty())), verdicts);
    }

    @Test
    void fourSeedsGiveNoVerdict() {
        List<Double> four = UP.subList(0, 4);

        assertEquals(List.of(), Verdicts.of(List.of(arm("a", four, four))));
    }

    /** Mean 0.03, deviation 0.023452: t = 2.860 on 4 degrees, p = 0.0459; below 5% alone, above it times two arms. */
    @Test
    void otherArmsRaiseTheBar() {
        List<Double> weak = List.of(0.01, 0.05, 0.02, 0.06, 0.01);
        assertEquals(0.0459, comparison(weak).p().orElseThrow(), 0.0001);
        assertEquals(Verdict.HELPS, only(arm("weak", weak, NOISE)));

        List<ArmVerdict> both = Verdicts.of(List.of(arm("weak", weak, NOISE), arm("noise", NOISE, NOISE)));

        assertEquals(Verdict.NO_EFFECT_SHOWN, both.get(0).verdict());
    }

    /** Two arms: level 0.025 for the strictest. Recomputed here from the power function alone. */
    @Test
    void smallestEffectIsFoundInFourOfFiveExperimentsAtTheStrictestStep() {
        ArmComparison noise = arm("noise", NOISE, NOISE);

        ArmVerdict verdict = Verdicts.of(List.of(noise, noise)).get(0);

        double deviations =
                verdict.smallestEffect().orElseThrow() / noise.testAccuracy().deviation();
        assertEquals(0.8, Power.of(deviations, 5, 0.025), 1e-6);
        assertTrue(verdict.smallestEffect().orElseThrow() > 0.01);
    }

    @Test
    void verdictsAreSpelledAsInTheReport() {
        assertEquals("smaller_gap_only", Verdict.SMALLER_GAP_ONLY.id());
        assertEquals("no effect shown", Verdict.NO_EFFECT_SHOWN.words());
    }

    private static Verdict only(ArmComparison arm) {
        return Verdicts.of(List.of(arm)).get(0).verdict();
    }

    private static ArmComparison arm(String name, List<Double> testAccuracy, List<Double> gap) {
        return new ArmComparison(name, comparison(testAccuracy), comparison(gap), false);
    }

    private static PairedComparison comparison(List<Double> differences) {
        return PairedComparison.of(differences, Collections.nCopies(differences.size(), 0.0));
    }
}
