package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PowerTest {
    /** G*Power 3 user guide, "Generic t test": 25 values, effect 0.25, two-sided 5%. */
    @Test
    void gPowersGenericExampleHasItsPower() {
        assertEquals(0.224525, Power.of(0.25, 25, 0.05), 1.5e-6);
    }

    /** R: power.t.test(delta = 0.5, sd = 0.3088401, n = 10, type = "paired"). */
    @Test
    void tenPairsHaveThePowerThatRGives() {
        assertEquals(0.9947832, Power.of(0.5 / 0.3088401, 10, 0.05), 1e-7);
    }

    /**
     * Two-sided 5%, 80% power: 0.996 for 10 pairs and 0.660 for 20 as G*Power gives them; all values by SciPy 1.17, which
     * computes the noncentral t by Boost's series, another way than ours.
     */
    @ParameterizedTest(name = "{0} pairs at level {1}")
    @CsvSource({
        "5, 0.05, 1.6819969659",
        "8, 0.05, 1.1560346780",
        "10, 0.05, 0.9960013715",
        "20, 0.05, 0.6604416546",
        "34, 0.05, 0.4950280980",
        "5, 0.008333333333333333, 2.7592626370",
        "8, 0.008333333333333333, 1.6495360404",
    })
    void smallestEffectMeetsThePublishedValues(int pairs, double alpha, double deviations) {
        assertEquals(
                3 * deviations,
                Power.smallestEffect(3, pairs, alpha, 0.8).orElseThrow(),
                1e-7,
                "in units of a deviation of 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 100, 1000})
    void withoutAnEffectThePowerIsTheLevel(int pairs) {
        assertEquals(0.05, Power.of(0, pairs, 0.05), 1e-8);
    }

    /** For many pairs t is nearly normal: power 80% at two-sided 5% needs δ = 1.959964 + 0.841621. */
    @Test
    void manyPairsFollowTheNormalApproximation() {
        assertEquals(
                (1.959964 + 0.841621) / 100,
                Power.smallestEffect(1, 10_000, 0.05, 0.8).orElseThrow(),
                1e-5);
    }

    /** E T = δ·√(ν/2)·Γ((ν−1)/2)/Γ(ν/2); its median lies below it, near δ. */
    @Test
    void theMedianOfTheNoncentralTLiesBetweenNoncentralityAndMean() {
        NoncentralT t = new NoncentralT(4, 2);
        double mean = 2 * Math.sqrt(2) * (Math.sqrt(Math.PI) / 2) / 1;

        assertTrue(t.cumulativeProbability(2) < 0.5);
        assertTrue(t.cumulativeProbability(mean) > 0.5);
    }

    @Test
    void differencesThatDoNotVarySayNothingOfPower() {
        assertEquals(OptionalDouble.empty(), Power.smallestEffect(0, 5, 0.05, 0.8));
    }
}
