package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.pixel.Scratch;
import io.augstream.random.CounterRandom;
import org.junit.jupiter.api.Test;

/** The moments of the displacements against those of a moving mean of uniform numbers, whose variance is 1/3 each. */
class DisplacementFieldTest {
    private static final int WIDTH = 12;
    private static final int HEIGHT = 9;
    private static final int FIELDS = 4000;
    private static final double SIGMA = 2;
    private static final double ALPHA = 10;

    /** Displacements of one key: [axis][row][column]. */
    private static double[][][] field(long key, double sigma) {
        var field = new DisplacementField(
                key, GaussianBlur.kernel(sigma, GaussianBlur.kernelSizeFor(sigma)), ALPHA, WIDTH, new Scratch());
        double[][][] moves = new double[2][HEIGHT][WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            field.row(y, moves[0][y], moves[1][y]);
            for (int x = 0; x < WIDTH; x++) {
                moves[0][y][x] -= x;
                moves[1][y][x] -= y;
            }
        }
        return moves;
    }

    /** Mean of products of a pixel's and another's displacement, over many keys. */
    private static double product(int[] one, int[] other) {
        double sum = 0;
        for (int i = 0; i < FIELDS; i++) {
            double[][][] moves = field(CounterRandom.at(7, i), SIGMA);
            sum += moves[one[0]][one[1]][one[2]] * moves[other[0]][other[1]][other[2]];
        }
        return sum / FIELDS;
    }

    /** Σ k(i)·k(i + distance) of a Gaussian of sigma 2, which ends at 6. */
    private static double overlap(int distance) {
        double sum = 0;
        double overlap = 0;
        for (int i = -6; i <= 6; i++) {
            sum += Math.exp(-i * i / 8.0);
        }
        for (int i = -6; i + distance <= 6; i++) {
            int next = i + distance;
            overlap += Math.exp(-i * i / 8.0) * Math.exp(-next * next / 8.0);
        }
        return overlap / (sum * sum);
    }

    /** alpha² / 3 · Σk², along both axes: (10 · 0.163 / 2)² in the limit of fine pixels. */
    private static double variance() {
        return ALPHA * ALPHA / 3 * overlap(0) * overlap(0);
    }

    private static double tolerance() {
        // A variance estimated from n normal numbers has a deviation of sqrt(2 / n) of it; five of these.
        return 5 * variance() * Math.sqrt(2.0 / FIELDS);
    }

    @Test
    void theVarianceIsTheSameInTheMiddleAtEdgesAndInCorners() {
        assertEquals(0.815, Math.sqrt(variance()), 0.005);
        for (int axis = 0; axis < 2; axis++) {
            for (int[] place : new int[][] {{4, 6}, {0, 6}, {4, 0}, {0, 0}, {HEIGHT - 1, WIDTH - 1}}) {
                int[] pixel = {axis, place[0], place[1]};
                assertEquals(variance(), product(pixel, pixel), tolerance());
            }
        }
    }

    @Test
    void neighboursMoveTogetherAsFarAsTheKernelsOverlap() {
        double both = ALPHA * ALPHA / 3;
        int[] pixel = {0, 4, 4};
        assertEquals(both * overlap(2) * overlap(0), product(pixel, new int[] {0, 4, 6}), tolerance());
        assertEquals(both * overlap(0) * overlap(3), product(pixel, new int[] {0, 7, 4}), tolerance());
        assertEquals(both * overlap(6) * overlap(4), product(pixel, new int[] {0, 8, 10}), tolerance());
    }

    @Test
    void theAxesMoveOnTheirOwn() {
        assertEquals(0, product(new int[] {0, 4, 4}, new int[] {1, 4, 4}), tolerance());
    }

    @Test
    void theMeanIsZero() {
        double sum = 0;
        for (int i = 0; i < FIELDS; i++) {
            sum += field(CounterRandom.at(7, i), SIGMA)[0][4][4];
        }
        assertEquals(0, sum / FIELDS, 5 * Math.sqrt(variance() / FIELDS));
    }

    /** Without smoothing the numbers are those that were drawn: uniform on ±alpha, of variance alpha²/3. */
    @Test
    void aSigmaOfZeroLeavesUniformNumbers() {
        int[] tenths = new int[10];
        for (int i = 0; i < 100; i++) {
            for (double[][] axis : field(i, 0)) {
                for (double[] row : axis) {
                    for (double move : row) {
                        tenths[(int) Math.floor((move + ALPHA) / (2 * ALPHA) * 10)]++;
                    }
                }
            }
        }
        double expected = 100 * 2 * WIDTH * HEIGHT / 10.0;
        for (int count : tenths) {
            assertEquals(expected, count, 5 * Math.sqrt(expected));
        }
    }
}
