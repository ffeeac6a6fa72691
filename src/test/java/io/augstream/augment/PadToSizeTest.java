package io.augstream.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Fill;
import io.augstream.operation.Pad;
import io.augstream.random.CounterRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PadToSizeTest {
    /** Albumentations' {@code PadIfNeeded} with the position "center": the half, rounded down, in front and the rest behind. */
    @ParameterizedTest
    @CsvSource({"10, 4, 0, 3, 0, 3", "7, 10, 1, 0, 2, 0", "20, 20, 0, 0, 0, 0", "9, 9, 0, 0, 1, 1"})
    void thePictureIsInTheMiddleAndTheOddPixelBehind(int width, int height, int left, int top, int right, int bottom) {
        assertEquals(
                new Pad(left, top, right, bottom, Border.WRAP, Fill.ZERO),
                new PadToSize(new ImageSize(10, 10), Border.WRAP, Fill.ZERO)
                        .draw(new ImageSize(width, height), new CounterRandom(1)));
    }
}
