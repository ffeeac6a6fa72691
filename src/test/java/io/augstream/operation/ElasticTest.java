package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Scratch;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElasticTest {
    private static Elastic elastic(double alpha, double sigma, Interpolation interpolation, Border border, long key) {
        return new Elastic(alpha, sigma, interpolation, border, Fill.ZERO, key);
    }

    private static Image displaced(Image image, double right, double down, Border border) {
        PixelMap constant = (y, xs, ys) -> {
            Arrays.setAll(xs, x -> x - right);
            Arrays.fill(ys, y - down);
        };
        return Resampling.resample(image, image.size(), constant, Interpolation.BILINEAR, border, Fill.ZERO);
    }

    @ParameterizedTest
    @EnumSource
    void anAlphaOfZeroChangesNothing(Interpolation interpolation) {
        for (int[] size : new int[][] {{1, 1}, {1, 9}, {28, 28}}) {
            Image image = Picture.random(size[0], size[1], 3);
            for (double sigma : new double[] {0, 0.5, 4, 100}) {
                Elastic still = elastic(0, sigma, interpolation, Border.CONSTANT, 5);
                assertArrayEquals(image.samples(), still.apply(image).samples());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConstantDisplacementIsAShift(Border border) {
        Image image = Picture.random(9, 14, 3);
        assertArrayEquals(
                new Shift(2, -3, border, Fill.ZERO).apply(image).samples(),
                displaced(image, 2, -3, border).samples());
    }

    @Test
    void aConstantDisplacementOfHalfAPixelIsTheMeanOfTwo() {
        Image image = Image.of(new ImageSize(3, 1), 1, new byte[] {10, 20, 60});
        assertArrayEquals(
                new byte[] {10, 15, 40},
                displaced(image, 0.5, 0, Border.REPLICATE).samples());
    }

    /** A ramp shows its own source positions: levels are 4 times the column, so they differ by 4 times the displacement. */
    @Test
    void noPixelMovesFartherThanAlphaAndSmallSigmasReachNearlyThat() {
        byte[] ramp = new byte[60 * 60];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (byte) (4 * (i % 60));
        }
        Image image = Image.of(ImageSize.square(60), 1, ramp);
        Image moved = elastic(5, 0, Interpolation.BILINEAR, Border.REPLICATE, 1).apply(image);
        int farthest = 0;
        for (int y = 0; y < 60; y++) {
            for (int x = 6; x < 54; x++) {
                farthest = Math.max(farthest, Math.abs(moved.sample(x, y, 0) - 4 * x));
            }
        }
        assertTrue(farthest <= 20 && farthest >= 19, "moved by up to " + farthest / 4.0);
    }

    /** With a sigma far larger than the picture all pixels move together. */
    @Test
    void aLargeSigmaMovesThePictureAsAWhole() {
        double[] xs = new double[8];
        double[] ys = new double[8];
        var field = new DisplacementField(3, GaussianBlur.kernel(100, 601), 1000, 8, new Scratch());
        field.row(0, xs, ys);
        double right = xs[0];
        double down = ys[0];
        for (int y = 1; y < 8; y++) {
            field.row(y, xs, ys);
            // The field's slope has a deviation of 0.163 / sigma * alpha / (sqrt(2) * sigma), 0.0115 a pixel.
            assertEquals(7 + right, xs[7], 14 * 5 * 0.0115);
            assertEquals(y + down, ys[7], 14 * 5 * 0.0115);
        }
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        var alpha = assertThrows(
                IllegalArgumentException.class, () -> elastic(-1, 4, Interpolation.BILINEAR, Border.WRAP, 0));
        assertEquals("alpha must lie in [0, 65535] pixels, got -1", alpha.getMessage());
        var sigma = assertThrows(
                IllegalArgumentException.class, () -> elastic(1, 101, Interpolation.BILINEAR, Border.WRAP, 0));
        assertEquals("sigma must lie in [0, 100] pixels, got 101", sigma.getMessage());
    }
}
