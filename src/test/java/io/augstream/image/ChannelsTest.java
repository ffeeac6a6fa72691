package io.augstream.image;

import static io.augstream.image.DrawnPictures.pixel;
import static io.augstream.image.DrawnPictures.samples;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class ChannelsTest {
    @Test
    void grayBecomesThreeEqualColours() {
        assertArrayEquals(new int[] {128, 128, 128}, samples(Channels.convert(pixel(128), 3)));
    }

    @Test
    void coloursBecomeLuma() {
        // 0.299 · 200 + 0.587 · 100 + 0.114 · 50 = 124.2
        assertArrayEquals(new int[] {124}, samples(Channels.convert(pixel(200, 100, 50), 1)));
    }

    @Test
    void everyGrayColourBecomesItsOwnLevel() {
        for (int level = 0; level < 256; level++) {
            assertArrayEquals(new int[] {level}, samples(Channels.convert(pixel(level, level, level), 1)));
        }
    }

    @Test
    void transparentPixelsTurnBlackWhenAlphaGoes() {
        assertArrayEquals(new int[] {0, 0, 0}, samples(Channels.convert(pixel(200, 100, 50, 0), 3)));
        assertArrayEquals(new int[] {200, 100, 50}, samples(Channels.convert(pixel(200, 100, 50, 255), 3)));
        assertArrayEquals(new int[] {100, 50, 25}, samples(Channels.convert(pixel(199, 100, 50, 128), 3)));
    }

    @Test
    void addedAlphaIsOpaque() {
        assertArrayEquals(new int[] {7, 7, 7, 255}, samples(Channels.convert(pixel(7), 4)));
    }

    @Test
    void theSameNumberOfChannelsIsTheSameImage() {
        Image image = pixel(1, 2, 3);
        assertSame(image, Channels.convert(image, 3));
    }
}
