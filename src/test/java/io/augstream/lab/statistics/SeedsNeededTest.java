package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SeedsNeededTest {
    /** Cohen's large, medium and small effects take 15, 34 and 199 pairs by G*Power; all values by SciPy 1.17's nct. */
    @ParameterizedTest(name = "{0} deviations at level {1}")
    @CsvSource({
        "0.8, 0.05, 15",
        "0.5, 0.05, 34",
        "0.2, 0.05, 199",
        "1, 0.05, 10",
        "2, 0.05, 5",
        "0.5, 0.008333333333333333, 52",
        "1, 0.008333333333333333, 16",
        "0.05, 0.05, 3142",
        "0.03, 0.05, 8723",
    })
    void pairsAreThePublishedOnes(double deviations, double alpha, int pairs) {
        assertEquals(OptionalInt.of(pairs), SeedsNeeded.fewest(deviations, 0, alpha));
    }

    /** Four seeds could find it, and would have no verdict. */
    @Test
    void aHugeEffectTakesAsManySeedsAsAVerdict() {
        assertEquals(OptionalInt.of(5), SeedsNeeded.fewest(1e6, 0, 0.05));
    }

    @Test
    void moreThanAFileMayAskForIsNoNumber() {
        assertEquals(OptionalInt.empty(), SeedsNeeded.fewest(0.027, 0, 0.05));
        assertEquals(OptionalInt.empty(), SeedsNeeded.fewest(1e-9, 0, 0.05));
    }

    /**
     * Differences −2, −1, 0, 1, 2: deviation √2.5 as seen, and √(10/1.648777) = 2.462743 at its limit. An effect of half
     * the limit takes 34 pairs; taken by the deviation as seen it would be 0.779 of it and take 16.
     */
    @Test
    void thePlanRestsOnTheUpperLimitOfTheDeviation() {
        PairedComparison seen = comparison(List.of(-2.0, -1.0, 0.0, 1.0, 2.0));

        assertEquals(OptionalInt.of(34), SeedsNeeded.of(seen, 2.462743 / 2, 0.05));
    }

    @Test
    void differencesThatDoNotVarySayNothingOfOtherSeeds() {
        assertEquals(OptionalInt.empty(), SeedsNeeded.of(comparison(Collections.nCopies(5, 0.1)), 0.01, 0.05));
    }

    /**
     * With an overlap of a half the mean's variance stays above half of a difference's, so that an effect of one deviation is
     * at most √2 standard errors, of which the test finds three in ten; without it 10 seeds find it.
     */
    @Test
    void whatSeedsShareCannotBeHelpedByMoreOfThem() {
        assertEquals(OptionalInt.of(10), SeedsNeeded.fewest(1, 0, 0.05));
        assertEquals(OptionalInt.empty(), SeedsNeeded.fewest(1, 0.5, 0.05));
    }

    private static PairedComparison comparison(List<Double> differences) {
        return PairedComparison.of(differences, Collections.nCopies(differences.size(), 0.0));
    }
}
