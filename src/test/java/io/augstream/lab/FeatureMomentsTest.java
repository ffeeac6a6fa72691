package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class FeatureMomentsTest {
    private static final double EXACT = 1e-12;

    /** Two features of four rows: 1, 2, 3, 6 has mean 3 and variance (4 + 1 + 0 + 9) / 4; the other is always 0.1. */
    @Test
    void momentsAreThoseOfAllRowsHoweverTheyCome() {
        FeatureMoments moments = new FeatureMoments(2);
        moments.add(new float[] {1, 0.1f, 99, 99}, 1);
        moments.add(new float[] {2, 0.1f, 3, 0.1f, 6, 0.1f}, 3);

        assertEquals(3, moments.mean(0), EXACT);
        assertEquals(3.5, moments.variance(0), EXACT);
        assertEquals(0.1f, moments.mean(1));
        assertEquals(0, moments.variance(1));
    }

    /** Mean 0 and deviation 2 each; one mean moves by 3: √(9 / (4 + 4)). */
    @Test
    void aShiftCountsInDeviationsOfAllFeatures() {
        FeatureMoments before = moments(-2, -2, 2, 2);
        FeatureMoments after = moments(1, -2, 5, 2);

        assertEquals(Math.sqrt(9 / 8.0), after.distanceFrom(before), EXACT);
        assertEquals(Math.sqrt(9 / 8.0), before.distanceFrom(after), EXACT);
    }

    /** Deviations 2 and 2 become 6 and 2: √(16 / (½ (4 + 36) + 4)). */
    @Test
    void aWideningCountsToo() {
        assertEquals(Math.sqrt(16 / 24.0), moments(-6, -2, 6, 2).distanceFrom(moments(-2, -2, 2, 2)), EXACT);
    }

    @Test
    void whatIsTheSameOrNeverVariesHasNotMoved() {
        assertEquals(0, moments(1, 2, 3, 4).distanceFrom(moments(1, 2, 3, 4)));
        assertEquals(0, moments(1, 2, 1, 2).distanceFrom(moments(0, 0, 0, 0)));
    }

    /** Two rows of two features. */
    private static FeatureMoments moments(float... rows) {
        FeatureMoments moments = new FeatureMoments(2);
        moments.add(rows, 2);
        return moments;
    }
}
