package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.random.RandomKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutBoxTest {
    private static final int SIDE = 1000;
    private static final int DRAWS = 60_000;

    /**
     * A square of area u lies within the unit frame for a share (1 − √u)² of all centres, so the areas of boxes that do have the
     * density of Beta(α, α) times (1 − √u)² = 1 − 2√u + u: three beta distributions. Kolmogorov and Smirnov: a sample is further
     * than 1.95 / √n from its distribution once in a thousand times.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1, 4})
    void areasOfBoxesThatAreNotClippedAreDistributedAsBeta(double alpha) {
        double[] areas = draws(alpha, SIDE).stream()
                .filter(box -> box.left() > 0 && box.top() > 0 && box.right() < SIDE && box.bottom() < SIDE)
                .mapToDouble(box -> box.area() / ((double) SIDE * SIDE))
                .sorted()
                .toArray();
        double whole = notClipped(alpha, 1);
        assertEquals(whole, (double) areas.length / DRAWS, 0.01);
        double furthest = 0;
        for (int i = 0; i < areas.length; i++) {
            double below = notClipped(alpha, areas[i]) / whole;
            double step = 1.0 / areas.length;
            furthest = Math.max(furthest, Math.max(below - i * step, (i + 1) * step - below));
        }
        assertTrue(furthest < 1.95 / Math.sqrt(areas.length), alpha + ": " + furthest);
    }

    /** The chance of a box that is not clipped and of an area of at most {@code area}. */
    private static double notClipped(double alpha, double area) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double weight = Math.exp(Beta.logBeta(alpha + i / 2.0, alpha) - Beta.logBeta(alpha, alpha));
            sum += new double[] {1, -2, 1}[i]
                    * weight
                    * new BetaDistribution(alpha + i / 2.0, alpha).cumulativeProbability(area);
        }
        return sum;
    }

    /** At α = 1, λ is uniform, and the chance above is ∫(1 − 2√u + u)du = x − 4/3·x^1.5 + x²/2. */
    @Test
    void atAlphaOneLambdaIsUniform() {
        for (double area : new double[] {0.01, 0.2, 0.7, 1}) {
            assertEquals(area - 4.0 / 3 * Math.pow(area, 1.5) + area * area / 2, notClipped(1, area), 1e-9);
        }
        double mean =
                draws(1, SIDE).stream().mapToDouble(CutBox::area).average().orElseThrow() / SIDE / SIDE;
        assertEquals(MEAN_AREA, mean, 0.005);
    }

    /**
     * Of a side r around a uniform centre, r − r²/4 lies within the frame on average; its square is u − u^1.5/2 + u²/16 with
     * u = r², and u is uniform at α = 1.
     */
    private static final double MEAN_AREA = 1.0 / 2 - 1.0 / 5 + 1.0 / 48;

    /** Half sides rounded down, as the paper's program has them, would make it 0.23 here. */
    @Test
    void boxesOfSmallFramesAreOfTheRightSizeOnAverage() {
        double mean = draws(1, 8).stream().mapToDouble(CutBox::area).average().orElseThrow() / 64;
        assertEquals(MEAN_AREA, mean, 0.01);
    }

    @Test
    void everyPixelOfTheMiddleIsCoveredAsOftenAsTheNextAndThoseOfTheEdgeLess() {
        int[] covered = new int[9];
        for (CutBox box : draws(1, 9)) {
            for (int x = box.left(); x < box.right() && box.bottom() > box.top(); x++) {
                covered[x]++;
            }
        }
        for (int x = 0; x < 4; x++) {
            assertEquals(covered[x], covered[8 - x], 5 * Math.sqrt(covered[x]), Arrays.toString(covered));
            assertTrue(covered[x] < covered[x + 1] + 5 * Math.sqrt(covered[x]), Arrays.toString(covered));
        }
    }

    @Test
    void aFrameOfOnePixelIsPastedOverOrNot() {
        List<CutBox> boxes = draws(1, 1);
        assertTrue(boxes.stream().allMatch(box -> box.area() == 0 || box.area() == 1));
        assertEquals(2, boxes.stream().mapToInt(CutBox::area).distinct().count());
    }

    private static List<CutBox> draws(double alpha, int side) {
        return IntStream.range(0, DRAWS)
                .mapToObj(i ->
                        CutBox.draw(alpha, side, side, RandomKey.of(11).with(i).random()))
                .toList();
    }
}
