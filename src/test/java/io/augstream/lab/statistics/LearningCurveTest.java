package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LearningCurveTest {
    private static final LearningCurve CURVE = new LearningCurve(List.of(100, 200, 400), List.of(0.5, 0.6, 0.8));

    @Test
    void aMeasuredScoreTakesTheSizeThatItWasMeasuredAt() {
        assertEquals(new Bounded(100, Bound.EXACT), CURVE.sizeReaching(0.5));
        assertEquals(new Bounded(200, Bound.EXACT), CURVE.sizeReaching(0.6));
        assertEquals(new Bounded(400, Bound.EXACT), CURVE.sizeReaching(0.8));
    }

    /** Half of the way up is half of the way in logarithms: the geometric mean of the sizes. */
    @Test
    void halfwayBetweenTwoScoresLiesTheGeometricMeanOfTheirSizes() {
        assertEquals(Math.sqrt(100 * 200), CURVE.sizeReaching(0.55).value(), 1e-9);
        assertEquals(Math.sqrt(200 * 400), CURVE.sizeReaching(0.7).value(), 1e-9);
        assertEquals(Bound.EXACT, CURVE.sizeReaching(0.7).bound());
    }

    @Test
    void beyondTheSizesThereAreBoundsAlone() {
        assertEquals(new Bounded(100, Bound.AT_MOST), CURVE.sizeReaching(0.49));
        assertEquals(new Bounded(400, Bound.AT_LEAST), CURVE.sizeReaching(0.81));
    }

    /** Falls from 0.5 to 0.4, then rises to 0.7: half of that way is 0.55. */
    @Test
    void aCurveThatFallsReachesAScoreWhereItFirstDoes() {
        LearningCurve curve = new LearningCurve(List.of(10, 20, 40), List.of(0.5, 0.4, 0.7));

        assertEquals(new Bounded(10, Bound.EXACT), curve.sizeReaching(0.5));
        assertEquals(new Bounded(10, Bound.AT_MOST), curve.sizeReaching(0.45));
        assertEquals(20 * Math.sqrt(2), curve.sizeReaching(0.55).value(), 1e-9);
    }

    @Test
    void aCurveHasTwoRisingSizesAndAScoreForEach() {
        assertThrows(IllegalArgumentException.class, () -> new LearningCurve(List.of(10), List.of(0.5)));
        assertThrows(IllegalArgumentException.class, () -> new LearningCurve(List.of(10, 10), List.of(0.5, 0.6)));
        assertThrows(IllegalArgumentException.class, () -> new LearningCurve(List.of(20, 10), List.of(0.5, 0.6)));
        assertThrows(IllegalArgumentException.class, () -> new LearningCurve(List.of(10, 20), List.of(0.5)));
    }
}
