package io.augstream.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Crop;
import io.augstream.operation.Fill;
import io.augstream.operation.MisfitException;
import io.augstream.operation.Operation;
import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RandomCropTest {
    private static final int DRAWS = 20_000;

    private static RandomCrop crop(Optional<ImageSize> size, int padding) {
        return new RandomCrop(size, padding, Border.CONSTANT, Fill.ZERO);
    }

    private static Crop drawn(RandomCrop crop, ImageSize image, int draw) {
        return (Crop) crop.draw(image, new CounterRandom(RandomKey.of(draw).value()));
    }

    @Test
    void everyPlaceInThePaddedImageIsDrawnEquallyOften() {
        // Padded it is 9 x 6, so that a window of 6 x 3 has 4 x 4 places, from 2 pixels outside to 1 inside and 2
        // below.
        RandomCrop crop = crop(Optional.of(new ImageSize(6, 3)), 2);
        int[][] counts = new int[4][4];
        for (int i = 0; i < DRAWS; i++) {
            Crop drawn = drawn(crop, new ImageSize(5, 2), i);
            counts[drawn.left() + 2][drawn.top() + 2]++;
        }
        double expected = DRAWS / 16.0;
        for (int[] row : counts) {
            for (int count : row) {
                // Five standard errors.
                assertEquals(expected, count, 5 * Math.sqrt(expected));
            }
        }
    }

    @Test
    void withoutASizeItKeepsTheImages() {
        assertEquals(
                new ImageSize(5, 2),
                drawn(crop(Optional.empty(), 4), new ImageSize(5, 2), 0).size());
    }

    @Test
    void aWindowAsLargeAsTheImageHasOnePlace() {
        for (int i = 0; i < 100; i++) {
            Crop drawn = drawn(crop(Optional.of(ImageSize.square(7)), 0), ImageSize.square(7), i);
            assertEquals(0, drawn.left());
            assertEquals(0, drawn.top());
        }
    }

    @Test
    void aWindowThatDoesNotFitIsRefused() {
        assertRefused(
                "size must fit into the image, but 40x8 is larger than 32x32; padding would widen it",
                crop(Optional.of(new ImageSize(40, 8)), 0));
        assertRefused(
                "size must fit into the image, but 8x41 is larger than 32x32 with a padding of 4",
                crop(Optional.of(new ImageSize(8, 41)), 4));
    }

    private static void assertRefused(String message, RandomCrop crop) {
        var wrong = assertThrows(MisfitException.class, () -> {
            Operation unused = drawn(crop, ImageSize.square(32), 0);
        });
        assertEquals(message, wrong.getMessage());
    }
}
