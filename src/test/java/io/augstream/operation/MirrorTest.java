package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirrorTest {
    private static final Image PICTURE = Picture.of(
            "abc", //
            "def", "ghi");

    @Test
    void horizontalSwapsLeftAndRight() {
        assertEquals(List.of("cba", "fed", "ihg"), Picture.rows(new Mirror(Axis.HORIZONTAL).apply(PICTURE)));
    }

    @Test
    void verticalSwapsTopAndBottom() {
        assertEquals(List.of("ghi", "def", "abc"), Picture.rows(new Mirror(Axis.VERTICAL).apply(PICTURE)));
    }

    @Test
    void channelsOfAPixelStayTogether() {
        Image redGreen = Image.of(new ImageSize(2, 1), 3, new byte[] {1, 2, 3, 4, 5, 6});
        byte[] mirrored = new Mirror(Axis.HORIZONTAL).apply(redGreen).samples();
        assertArrayEquals(new byte[] {4, 5, 6, 1, 2, 3}, mirrored);
    }

    @Test
    void twiceIsNothing() {
        for (Axis axis : Axis.values()) {
            Image image = Picture.random(7, 4, 4);
            Mirror mirror = new Mirror(axis);
            assertArrayEquals(image.samples(), mirror.apply(mirror.apply(image)).samples());
        }
    }

    @Test
    void everyWidthAndChannelCountIsMirroredExactly() {
        for (int channels : new int[] {1, 3, 4}) {
            for (int width = 1; width <= 80; width++) {
                Image image = Picture.random(width, 3, channels);
                Image mirrored = new Mirror(Axis.HORIZONTAL).apply(image);
                for (int i = 0; i < image.samples().length; i++) {
                    int x = i / channels % width;
                    int y = i / channels / width;
                    int channel = i % channels;
                    assertEquals(image.sample(width - 1 - x, y, channel), mirrored.sample(x, y, channel));
                }
            }
        }
    }
}
