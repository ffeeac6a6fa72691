package io.augstream.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Corner;
import io.augstream.operation.Fill;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Perspective;
import io.augstream.random.CounterRandom;
import org.junit.jupiter.api.Test;

class PerspectiveDistortionTest {
    private static Perspective drawn(double distortion, int seed) {
        return (Perspective)
                new PerspectiveDistortion(Range.of(distortion), Interpolation.BILINEAR, Border.CONSTANT, Fill.ZERO)
                        .draw(new ImageSize(9, 5), new CounterRandom(seed));
    }

    @Test
    void noDistortionLeavesTheCorners() {
        Perspective still = drawn(0, 1);
        assertEquals(new Corner(0, 0), still.topLeft());
        assertEquals(new Corner(1, 0), still.topRight());
        assertEquals(new Corner(1, 1), still.bottomRight());
        assertEquals(new Corner(0, 1), still.bottomLeft());
    }

    @Test
    void eachCornerMovesInwardsByUpToHalfTheDistortion() {
        double[] sums = new double[8];
        int draws = 10_000;
        for (int seed = 0; seed < draws; seed++) {
            Perspective drawn = drawn(0.6, seed);
            double[] inwards = {
                drawn.topLeft().x(),
                drawn.topLeft().y(),
                1 - drawn.topRight().x(),
                drawn.topRight().y(),
                1 - drawn.bottomRight().x(),
                1 - drawn.bottomRight().y(),
                drawn.bottomLeft().x(),
                1 - drawn.bottomLeft().y()
            };
            for (int i = 0; i < 8; i++) {
                assertTrue(inwards[i] >= 0 && inwards[i] <= 0.3 + 1e-15, drawn.toString());
                sums[i] += inwards[i];
            }
        }
        for (double sum : sums) {
            // Uniform from 0 to 0.3: four standard errors.
            assertEquals(0.15, sum / draws, 4 * 0.3 / Math.sqrt(12.0 * draws));
        }
    }

    /** Nine in a hundred of these would fold, and a record of them would be refused. */
    @Test
    void theStrongestDistortionDoesNotFold() {
        double farthest = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            farthest = Math.max(farthest, drawn(1, seed).topLeft().x());
        }
        assertTrue(farthest > 0.49, farthest + "");
    }
}
