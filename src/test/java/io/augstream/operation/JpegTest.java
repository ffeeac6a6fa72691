package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.Image;
import io.augstream.image.JpegCompression;
import org.junit.jupiter.api.Test;

class JpegTest {
    @Test
    void isTheCompressionOfItsQuality() {
        Image image = Picture.random(30, 20, 3);
        assertArrayEquals(
                JpegCompression.compressed(image, 40).samples(),
                new Jpeg(40).apply(image).samples());
    }

    @Test
    void aPictureLongerThanAJpegIsAMisfit() {
        Image line = Picture.constant(65_501, 1, 1, 0);
        String message = assertThrows(MisfitException.class, () -> {
                    Image unused = new Jpeg(50).apply(line);
                })
                .getMessage();
        assertEquals("a JPEG's sides are at most 65500 pixels, but the image has 65501x1", message);
    }
}
