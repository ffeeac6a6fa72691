package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignFlipTest {
    /** Fisher's own example: Darwin's 15 pairs of maize, in eighths of an inch; 1,726 of 32,768 patterns are as far from 0. */
    @Test
    void darwinsMaizeGivesFishersCount() {
        List<Double> maize = differences(49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48);

        assertEquals(Optional.of(new SignFlip(1726 / 32768.0, 2 / 32768.0)), SignFlip.of(maize));
    }

    @ParameterizedTest(name = "{0} pairs")
    @ValueSource(ints = {2, 5, 8, 20})
    void differencesOfOneSignGiveTheLeastThatTheirNumberAllows(int pairs) {
        List<Double> ascending =
                IntStream.rangeClosed(1, pairs).mapToObj(i -> -0.01 * i).toList();

        double least = Math.pow(2, 1 - pairs);
        assertEquals(Optional.of(new SignFlip(least, least)), SignFlip.of(ascending));
    }

    /** Sums of 1, 2 and 3 with signs: ±6, ±4, ±2, ±0. The sum 4 (−1, 2, 3) has 4 of 8 as far from 0. */
    @Test
    void patternsAsFarAsTheOneSeenCountWithThoseFurther() {
        assertEquals(Optional.of(new SignFlip(0.5, 0.25)), SignFlip.of(differences(-1, 2, 3)));
    }

    /**
     * Symptom: p too small by patterns that are exactly as far from 0 as the one seen. Cause: (0.1 + 0.2) − 0.3 is not
     * 0, and added up in another order sums of the same size differ.
     */
    @Test
    void roundingBreaksNoTie() {
        // In tenths the 16 patterns sum to 12, 10, 8, 6, 6, 4, 2 and 0, each twice by size: 5 of 8 reach 1 + 2 − 3 + 6.
        assertEquals(Optional.of(new SignFlip(5 / 8.0, 1 / 8.0)), SignFlip.of(differences(0.1, 0.2, -0.3, 0.6)));
        assertEquals(Optional.of(new SignFlip(1, 0.25)), SignFlip.of(differences(0.1, 0.2, -0.3)));
        assertEquals(Optional.of(new SignFlip(1, 0.25)), SignFlip.of(differences(0.1, 0.2, -(0.1 + 0.2))));
    }

    /** A 0 has no sign to flip: p is that of the rest, and so is the least that it could be. */
    @Test
    void zerosNeitherRaiseNorLowerAnything() {
        assertEquals(SignFlip.of(differences(-1, 2, 3)), SignFlip.of(differences(0, -1, 0, 2, -0.0, 3)));
    }

    @Test
    void noDifferencesAtAllAreCertain() {
        assertEquals(Optional.of(new SignFlip(1, 1)), SignFlip.of(Collections.nCopies(8, 0.0)));
        assertEquals(Optional.of(new SignFlip(1, 1)), SignFlip.of(differences(0, 0.3, 0)));
    }

    @Test
    void aSinglePairAndMoreThanTwentyHaveNone() {
        assertEquals(Optional.empty(), SignFlip.of(differences(0.1)));
        assertEquals(Optional.empty(), SignFlip.of(Collections.nCopies(21, 0.1)));
    }

    private static List<Double> differences(double... values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
