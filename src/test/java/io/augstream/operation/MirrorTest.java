package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.random.CounterRandom;
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
        CounterRandom random = new CounterRandom(1);
        for (int i = 0; i < 500; i++) {
            Image image = Picture.random(
                    1 + random.nextInt(90), 1 + random.nextInt(40), new int[] {1, 3, 4}[random.nextInt(3)]);
            Mirror mirror = new Mirror(Axis.values()[random.nextInt(2)]);
            Image twice = mirror.apply(mirror.apply(image));
            assertEquals(image.size(), twice.size());
            assertArrayEquals(image.samples(), twice.samples());
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
