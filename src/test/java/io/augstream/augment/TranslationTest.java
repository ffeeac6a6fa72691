package io.augstream.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Fill;
import io.augstream.operation.Shift;
import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import org.junit.jupiter.api.Test;

class TranslationTest {
    private static final int DRAWS = 25_000;

    @Test
    void everyPairOfDistancesIsDrawnEquallyOften() {
        Translation translation = new Translation(new Range(-2, 2), Border.CONSTANT, Fill.ZERO);
        int[][] counts = new int[5][5];
        for (int i = 0; i < DRAWS; i++) {
            var random = new CounterRandom(RandomKey.of(i).value());
            Shift shift = (Shift) translation.draw(ImageSize.square(9), random);
            counts[shift.right() + 2][shift.down() + 2]++;
        }
        double expected = DRAWS / 25.0;
        for (int[] row : counts) {
            for (int count : row) {
                // Five standard errors.
                assertEquals(expected, count, 5 * Math.sqrt(expected));
            }
        }
    }

    @Test
    void aBrokenDistanceIsRefused() {
        var wrong = assertThrows(
                IllegalArgumentException.class, () -> new Translation(new Range(-1, 1.5), Border.CONSTANT, Fill.ZERO));
        assertEquals("pixels must be whole numbers, got 1.5", wrong.getMessage());
    }
}
