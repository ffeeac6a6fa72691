package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.image.DeepPictures;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Blurs of 16 bits and floats: in double arithmetic, rounded at the picture's depth alone, and not clipped. */
class DeepSmoothTest {
    @Test
    void aBoxOfSixteenBitsIsTheMeanRoundedAtSixteenBits() {
        Image image = Image.of(new ImageSize(3, 1), 1, new short[] {1000, 1001, 1006});
        // Rows above and below are the row itself. 3002 / 3, 3007 / 3, 3013 / 3.
        assertArrayEquals(
                new short[] {1000, 1002, 1004},
                new BoxBlur(3, Border.REPLICATE).apply(image).shorts());
    }

    /** Over the whole square at once, with the weights of the definition, unlike the two passes. */
    @ParameterizedTest
    @EnumSource(Border.class)
    void aGaussianOfFloatsIsTheSumOverTheSquare(Border border) {
        Image image = DeepPictures.random(Depth.FLOAT, 9, 7, 3);
        float[] blurred = new GaussianBlur(1.3, 5, border).apply(image).floats();
        double norm = 0;
        for (int d = -2; d <= 2; d++) {
            norm += Math.exp(-d * d / (2 * 1.3 * 1.3));
        }
        for (int i = 0; i < blurred.length; i++) {
            double sum = 0;
            for (int dy = -2; dy <= 2; dy++) {
                for (int dx = -2; dx <= 2; dx++) {
                    int x = border.index(i / 3 % 9 + dx, 9);
                    int y = border.index(i / 27 + dy, 7);
                    double weight = Math.exp(-(dx * dx + dy * dy) / (2 * 1.3 * 1.3)) / (norm * norm);
                    sum += x < 0 || y < 0 ? 0 : weight * image.floats()[(y * 9 + x) * 3 + i % 3];
                }
            }
            assertEquals(sum, blurred[i], 1e-6);
        }
    }

    @Test
    void theMedianIsASampleOfTheSquareToTheLastBit() {
        Image image = DeepPictures.random(Depth.FLOAT, 8, 8, 1);
        float[] medians = new MedianBlur(3, Border.REPLICATE).apply(image).floats();
        float[] square = new float[9];
        for (int i = 0; i < 9; i++) {
            square[i] = image.floats()[(3 + i / 3) * 8 + 4 + i % 3];
        }
        Arrays.sort(square);
        assertEquals(square[4], medians[4 * 8 + 5]);
    }

    @Test
    void motionAlongARowIsTheMeanOfItsPixels() {
        Image image = Image.of(new ImageSize(3, 1), 1, new float[] {-2, 1, 7});
        assertArrayEquals(
                new float[] {-1, 2, 5},
                new MotionBlur(3, 0, Border.REPLICATE).apply(image).floats(),
                1e-6f);
    }
}
