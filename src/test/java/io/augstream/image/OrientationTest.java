package io.augstream.image;

import static io.augstream.image.DrawnPictures.gray;
import static io.augstream.image.DrawnPictures.rows;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
    /** The upright picture is 12/34/56; each row says how the camera stored it. */
    @ParameterizedTest
    @CsvSource({
        "1, 12 34 56", "2, 21 43 65", "3, 65 43 21", "4, 56 34 12",
        "5, 135 246", "6, 246 135", "7, 642 531", "8, 531 642"
    })
    void everyOrientationIsTurnedUpright(int orientation, String stored) {
        Image upright = Orientation.upright(gray(stored.split(" ", -1)), orientation);
        assertArrayEquals(new String[] {"12", "34", "56"}, rows(upright));
    }

    @Test
    void aJpegHeldSidewaysIsReadUpright() throws IOException {
        Image image = ImageFiles.decode(jpeg(32, 16, orientationSegment(6)), "sideways.jpg");
        assertEquals(new ImageSize(16, 32), image.size());
    }

    @Test
    void brokenExifDataLeavesThePictureAsItLies() throws IOException {
        byte[] segment = orientationSegment(6);
        segment[12] = 99;
        Image image = ImageFiles.decode(jpeg(32, 16, segment), "broken-exif.jpg");
        assertEquals(new ImageSize(32, 16), image.size());
    }

    private static byte[] jpeg(int width, int height, byte[] segment) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
        byte[] bytes = plain.toByteArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, 2);
        out.write(segment);
        out.write(bytes, 2, bytes.length - 2);
        return out.toByteArray();
    }

    /** APP1 with a big-endian TIFF structure of one entry: tag 0x112, type short, one value. */
    private static byte[] orientationSegment(int orientation) {
        int[] values = {
            0xff,
            0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
