package io.augstream.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Crop;
import io.augstream.operation.Fill;
import io.augstream.operation.MisfitException;
import io.augstream.random.CounterRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CentreCropTest {
    private static Crop crop(int length, int kept, Optional<Border> border) {
        return (Crop) new CentreCrop(new ImageSize(kept, kept), border, Fill.ZERO)
                .draw(new ImageSize(length, length), new CounterRandom(1));
    }

    /** As torchvision 0.28.0 tells them: {@code int(round((length - kept) / 2))}, of which Python rounds halves to the even side. */
    @ParameterizedTest
    @CsvSource({"8, 8, 0", "8, 7, 0", "9, 6, 2", "10, 5, 2", "11, 4, 4", "9, 8, 0", "10, 6, 2"})
    void theFirstPixelIsTorchvisions(int length, int kept, int first) {
        assertEquals(first, crop(length, kept, Optional.empty()).left());
        assertEquals(first, crop(length, kept, Optional.empty()).top());
    }

    /** torchvision pads by {@code (missing // 2, ..., (missing + 1) // 2)}. */
    @ParameterizedTest
    @CsvSource({"5, 6, 0", "5, 7, -1", "5, 8, -1", "5, 9, -2"})
    void whereTheImageIsSmallerTheOddPixelIsAddedBehind(int length, int kept, int first) {
        assertEquals(first, crop(length, kept, Optional.of(Border.CONSTANT)).left());
    }

    @Test
    void aLargerSizeNeedsABorder() {
        var wrong = assertThrows(MisfitException.class, () -> crop(8, 9, Optional.empty()));
        assertEquals(
                "size must fit into the image, but 9x9 is larger than 8x8; a border would widen it",
                wrong.getMessage());
    }
}
