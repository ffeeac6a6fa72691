package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GeometricMeanTest {
    /** Logarithms to the base 2: 1 and 3, mean 2, standard error 1; t of one degree at 97.5% is 12.7062. */
    @Test
    void theIntervalIsThatOfTheLogarithmsTurnedBack() {
        GeometricMean mean = exact(2, 8);

        assertEquals(4, mean.mean().orElseThrow().value(), 1e-9);
        assertEquals(Bound.EXACT, mean.mean().orElseThrow().bound());
        Interval interval = mean.interval().orElseThrow();
        assertEquals(2 - 12.7062, Math.log(interval.low()) / Math.log(2), 1e-4);
        assertEquals(2 + 12.7062, Math.log(interval.high()) / Math.log(2), 1e-4);
    }

    @Test
    void twiceAndHalfHaveOneInTheirMiddle() {
        assertEquals(1, exact(0.5, 2, 0.25, 4).mean().orElseThrow().value(), 1e-12);
    }

    @Test
    void seedsThatAgreeLeaveNoWidth() {
        assertEquals(new Interval(1, 1), exact(1, 1, 1, 1, 1).interval().orElseThrow());
    }

    @Test
    void aSingleSeedHasNoInterval() {
        assertEquals(3, exact(3).mean().orElseThrow().value(), 1e-12);
        assertEquals(Optional.empty(), exact(3).interval());
    }

    /** Of 2 and at least 8 the mean is at least 4. */
    @Test
    void aBoundAmongTheSeedsBoundsTheMean() {
        GeometricMean above = of(new Bounded(2, Bound.EXACT), new Bounded(8, Bound.AT_LEAST));
        GeometricMean below = of(new Bounded(2, Bound.AT_MOST), new Bounded(8, Bound.EXACT));

        assertEquals(4, above.mean().orElseThrow().value(), 1e-9);
        assertEquals(Bound.AT_LEAST, above.mean().orElseThrow().bound());
        assertEquals(Bound.AT_MOST, below.mean().orElseThrow().bound());
        assertEquals(Optional.empty(), above.interval());
        assertEquals(1, above.count(Bound.AT_LEAST));
    }

    @Test
    void boundsOfBothKindsLeaveNothingKnown() {
        GeometricMean both = of(new Bounded(2, Bound.AT_MOST), new Bounded(8, Bound.AT_LEAST));

        assertEquals(Optional.empty(), both.mean());
        assertEquals(Optional.empty(), both.interval());
    }

    @Test
    void aRatioIsAPositiveNumber() {
        assertThrows(IllegalArgumentException.class, () -> exact(0));
        assertThrows(IllegalArgumentException.class, () -> exact(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, GeometricMeanTest::exact);
    }

    private static GeometricMean exact(double... ratios) {
        return new GeometricMean(Arrays.stream(ratios)
                .mapToObj(ratio -> new Bounded(ratio, Bound.EXACT))
                .toList());
    }

    private static GeometricMean of(Bounded... ratios) {
        return new GeometricMean(List.of(ratios));
    }
}
