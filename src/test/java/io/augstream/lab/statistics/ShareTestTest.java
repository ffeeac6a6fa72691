package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ShareTestTest {
    private static final double CLOSE = 1e-12;

    /** 2/2⁸: all of eight, or none. */
    @Test
    void eightOfEightAreUnlikelyWhereHalfAreMeant() {
        assertEquals(2 / 256.0, ShareTest.p(8, 8, 0.5), CLOSE);
        assertEquals(2 / 256.0, ShareTest.p(8, 0, 0.5), CLOSE);
    }

    /** 0.99⁸ = 0.92 of all eights have none, and no number is likelier. */
    @Test
    void noneOfEightAreNothingAgainstOneInAHundred() {
        assertEquals(1, ShareTest.p(8, 0, 0.01), CLOSE);
    }

    /** One in twenty: 3 or more have the probability 1 − 0.95⁸ − 8·0.05·0.95⁷ − 28·0.05²·0.95⁶. */
    @Test
    void threeOfEightAreManyWhereOneInTwentyIsMeant() {
        double fewer = Math.pow(0.95, 8) + 8 * 0.05 * Math.pow(0.95, 7) + 28 * 0.05 * 0.05 * Math.pow(0.95, 6);

        assertEquals(1 - fewer, ShareTest.p(8, 3, 0.05), CLOSE);
    }
}
