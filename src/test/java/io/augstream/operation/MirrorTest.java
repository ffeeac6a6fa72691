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
}
