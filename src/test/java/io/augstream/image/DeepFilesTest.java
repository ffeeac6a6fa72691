package io.augstream.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of 16 bits and floats: what ImageIO writes is read exactly, and what is written here ImageIO reads exactly. */
class DeepFilesTest {
    private static byte[] byImageIo(Image image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(BufferedImages.toBufferedImage(image), format, bytes));
        return bytes.toByteArray();
    }

    /** A picture that ImageIO draws by itself: sample by sample into a raster, nothing of this project between. */
    @Test
    void aSixteenBitGrayPngDrawnAndWrittenByImageIoIsReadExactly() throws IOException {
        BufferedImage drawn = new BufferedImage(256, 3, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 0; x < 256; x++) {
            for (int y = 0; y < 3; y++) {
                drawn.getRaster().setSample(x, y, 0, x * 256 + 85 * y);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(drawn, "png", png));
        Image image = ImageFiles.decode(png.toByteArray(), "drawn.png");
        assertEquals(Depth.SIXTEEN_BIT, image.depth());
        assertEquals(1, image.channels());
        for (int i = 0; i < image.length(); i++) {
            assertEquals(i % 256 * 256 + 85 * (i / 256), image.shorts()[i] & 0xffff);
        }
    }

    @ParameterizedTest
    @CsvSource({"png,SIXTEEN_BIT", "tiff,SIXTEEN_BIT", "tiff,FLOAT", "tiff,EIGHT_BIT"})
    void whatImageIoWritesIsReadExactly(String format, Depth depth) throws IOException {
        for (int channels : new int[] {1, 3, 4}) {
            for (int side : new int[] {1, 13}) {
                Image image = DeepPictures.random(depth, side, side, channels);
                Image read = ImageFiles.decode(byImageIo(image, format), "drawn");
                assertTrue(image.looksLike(read), image + " came back as " + read);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void imageIoReadsBackEverySampleOfASixteenBitPng(int channels) throws IOException {
        Image image = DeepPictures.random(Depth.SIXTEEN_BIT, 33, 9, channels);
        Raster raster = ImageIO.read(new ByteArrayInputStream(ImageFiles.encodePng(image)))
                .getRaster();
        int[] pixels = raster.getPixels(0, 0, 33, 9, (int[]) null);
        for (int i = 0; i < image.length(); i++) {
            assertEquals(image.shorts()[i] & 0xffff, pixels[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void imageIoReadsBackEveryFloatOfATiff(int channels) throws IOException {
        Image image = DeepPictures.random(Depth.FLOAT, 33, 9, channels);
        byte[] tiff = ImageFiles.encodeTiff(image);
        Raster raster = ImageIO.read(new ByteArrayInputStream(tiff)).getRaster();
        assertArrayEquals(image.floats(), raster.getPixels(0, 0, 33, 9, (float[]) null));
        assertArrayEquals(tiff, ImageFiles.encodeTiff(image));
        assertTrue(image.looksLike(ImageFiles.decode(tiff, "floats.tiff")));
    }

    @Test
    void floatsAreNotWrittenAsPng() {
        Image image = DeepPictures.random(Depth.FLOAT, 2, 2, 1);
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> ImageFiles.encodePng(image));
        assertEquals("PNG has no float32 samples; write the image as TIFF", wrong.getMessage());
    }

    @Test
    void portableMapsOfTwoBytesASampleAreRead() {
        byte[] packed = "P5\n# drawn\n3 1 65535\n......".getBytes(StandardCharsets.ISO_8859_1);
        byte[] samples = {0, 1, 2, 3, (byte) 0xff, (byte) 0xfe};
        System.arraycopy(samples, 0, packed, packed.length - 6, 6);
        assertArrayEquals(
                new short[] {1, 0x203, (short) 0xfffe},
                ImageFiles.decode(packed, "a.pgm").shorts());
        // Of 1000: 500 is 32767.5, rounded up.
        Image text = ImageFiles.decode(
                "P3 1 1 1000\n0 500 # half\n1000".replace("# half", "").getBytes(StandardCharsets.ISO_8859_1), "a.ppm");
        assertArrayEquals(new short[] {0, (short) 32_768, -1}, text.shorts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P2 2 1 300 7 | the file ends before its last sample",
                "P2 1 1 300 301 | sample 0 is 301, more than its greatest value, 300",
                "P2 1 1 300 x | found 'x' where a number was expected",
                "P5 2 1 30000 ab | the file ends before its last sample",
                "P2 1 1 70000 7 | PGM maxVal 70000 is out of range [1;65535]"
            })
    void aBrokenDeepMapIsRefused(String file, String reason) {
        ImageFormatException wrong = assertThrows(
                ImageFormatException.class, () -> ImageFiles.decode(file.getBytes(StandardCharsets.ISO_8859_1), "x"));
        assertEquals("x: broken PNM image: " + reason, wrong.getMessage());
    }

    @Test
    void aTiffStandsUpright() throws IOException {
        byte[] tiff = byImageIo(DrawnPictures.gray("12", "34"), "tiff");
        assertArrayEquals(new String[] {"12", "34"}, DrawnPictures.rows(ImageFiles.decode(tiff, "x")));
        assertArrayEquals(new String[] {"31", "42"}, DrawnPictures.rows(ImageFiles.decode(orientedTiff(6), "x")));
    }

    /** Little-endian TIFF of 2 × 2 gray bytes 1 2 / 3 4 (in the steps of {@link DrawnPictures}), with an orientation. */
    private static byte[] orientedTiff(int orientation) {
        int[][] entries = {
            {256, 2},
            {257, 2},
            {258, 8},
            {259, 1},
            {262, 1},
            {273, 130},
            {274, orientation},
            {277, 1},
            {278, 2},
            {279, 4}
        };
        java.nio.ByteBuffer file =
                java.nio.ByteBuffer.allocate(8 + 2 + 12 * entries.length + 4).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) entries.length);
        for (int[] entry : entries) {
            int value = entry[0] == 273 ? file.capacity() : entry[1];
            file.putShort((short) entry[0]).putShort((short) 3).putInt(1).putInt(value);
        }
        file.putInt(0);
        byte[] pixels = DrawnPictures.gray("12", "34").samples();
        byte[] all = java.util.Arrays.copyOf(file.array(), file.capacity() + pixels.length);
        System.arraycopy(pixels, 0, all, file.capacity(), pixels.length);
        return all;
    }
}
