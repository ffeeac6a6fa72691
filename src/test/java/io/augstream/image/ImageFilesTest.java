package io.augstream.image;

import static io.augstream.image.DrawnPictures.filled;
import static io.augstream.image.DrawnPictures.gray;
import static io.augstream.image.DrawnPictures.rows;
import static io.augstream.image.DrawnPictures.samples;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {
    @Test
    void aPngHoldsExactlyTheImage() {
        for (Image image : new Image[] {gray("019", "280"), filled(2, 2, 1, 128, 255), filled(3, 1, 9, 8, 7, 128)}) {
            Image back = ImageFiles.decode(ImageFiles.encodePng(image), "drawn");
            assertEquals(image.channels(), back.channels());
            assertArrayEquals(image.samples(), back.samples());
        }
    }

    @Test
    void theSameImageGivesTheSamePngBytes() {
        assertArrayEquals(ImageFiles.encodePng(gray("019", "280")), ImageFiles.encodePng(gray("019", "280")));
    }

    @Test
    void aGrayJpegStaysGray() throws IOException {
        Image image = ImageFiles.decode(encode(BufferedImages.toBufferedImage(filled(8, 8, 128)), "jpeg"), "gray.jpg");
        assertEquals(1, image.channels());
        assertEquals(128, image.sample(3, 3, 0));
    }

    @Test
    void aColourJpegKeepsItsColour() throws IOException {
        Image image = ImageFiles.decode(
                encode(BufferedImages.toBufferedImage(filled(16, 16, 200, 100, 50)), "jpeg"), "colour.jpg");
        assertEquals(200, image.sample(8, 8, 0), 2);
        assertEquals(100, image.sample(8, 8, 1), 2);
        assertEquals(50, image.sample(8, 8, 2), 2);
    }

    @Test
    void aBitmapIsReadExactly() throws IOException {
        Image image = filled(3, 2, 1, 2, 3);
        assertArrayEquals(
                image.samples(),
                ImageFiles.decode(encode(BufferedImages.toBufferedImage(image), "bmp"), "b")
                        .samples());
    }

    @Test
    void plainAndPackedPortableMapsAreRead() {
        assertArrayEquals(new String[] {"901", "042"}, rows(decode("P2 # drawn\n3 2 9\n9 0 1\n0 4 2\n")));
        assertArrayEquals(new int[] {255, 0, 0, 255}, samples(decode("P1\n2 2\n01\n10\n")));
        assertArrayEquals(new int[] {'a', 'b', 'c', 'd', 'e', 'f'}, samples(decode("P6 2 1 255\nabcdef")));
        assertEquals(1, decode("P5 2 1 255\nab").channels());
    }

    @Test
    void aGifFrameLiesOnItsScreen() throws IOException {
        byte[] gif = encode(BufferedImages.toBufferedImage(filled(2, 1, 200, 0, 0)), "gif");
        // The screen grows to 4 x 3, and the frame moves to (1, 2).
        gif[6] = 4;
        gif[8] = 3;
        int frame = new String(gif, StandardCharsets.ISO_8859_1).indexOf(',', 13 + (3 << (gif[10] & 7) + 1));
        gif[frame + 1] = 1;
        gif[frame + 3] = 2;
        Image image = ImageFiles.decode(gif, "frame.gif");
        assertEquals(new ImageSize(4, 3), image.size());
        assertEquals(0, image.sample(0, 2, 3));
        assertEquals(255, image.sample(1, 2, 3));
        assertEquals(200, image.sample(2, 2, 0));
        assertEquals(0, image.sample(3, 2, 3));
    }

    @Test
    void aTextFileNamedPngIsNotAnImage(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.png"), "hello");
        assertEquals(file + ": not an image (no known format begins like this)", message(file));
    }

    @Test
    void anEmptyFileIsNotAnImage(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("x.png"), new byte[0]);
        assertEquals(file + ": not an image (the file is empty)", message(file));
    }

    @Test
    void aMissingFileSaysSo(@TempDir Path folder) {
        assertEquals(folder.resolve("x.png") + ": no such file", message(folder.resolve("x.png")));
    }

    @Test
    void theNameOfTheFormatDoesNotMatter(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("x.jpg"), ImageFiles.encodePng(gray("12")));
        assertArrayEquals(new String[] {"12"}, rows(ImageFiles.read(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"II+\0....", "RIFF....WEBPVP8 "})
    void formatsNotReadAreRefusedByName(String start) {
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
        String message = message(bytes, "x");
        assertTrue(
                message.matches("x: (BigTIFF|WebP) images are not supported, only JPEG, PNG, GIF, BMP, PNM, TIFF"),
                message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void aFileCutInHalfIsRefusedOnOneLine(String format) throws IOException {
        byte[] noise = new byte[64 * 64 * 3];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * i * 31 >> 3);
        }
        byte[] whole = encode(BufferedImages.toBufferedImage(Image.of(ImageSize.square(64), 3, noise)), format);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        String message = message(half, "half");
        assertTrue(message.startsWith("half: broken " + format.toUpperCase(java.util.Locale.ROOT)), message);
        assertEquals(1, message.lines().count());
    }

    /** A few bytes may promise gigabytes; the header is believed before any memory is asked for. */
    @Test
    void aBombIsRefusedByItsHeader() {
        byte[] png = ImageFiles.encodePng(gray("12"));
        ByteBuffer.wrap(png).putInt(16, 100_000).putInt(20, 100_000);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        String message = message(png, "bomb");
        assertEquals(
                "bomb: broken PNG image: its header says 100000x100000 pixels, more than the limit of 268435456 pixels",
                message);
    }

    private static Image decode(String text) {
        return ImageFiles.decode(text.getBytes(StandardCharsets.ISO_8859_1), "drawn");
    }

    private static String message(Path file) {
        return String.valueOf(assertThrows(ImageFormatException.class, () -> ImageFiles.read(file))
                .getMessage());
    }

    private static String message(byte[] bytes, String name) {
        return String.valueOf(assertThrows(ImageFormatException.class, () -> ImageFiles.decode(bytes, name))
                .getMessage());
    }

    private static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes), format);
        return bytes.toByteArray();
    }

    /** As Pascal VOC's masks: labels 0, 1 and 2 in black, red and green. */
    @Test
    void labelsOfAPaletteAreItsNumbersAndNotItsColours(@TempDir Path folder) throws IOException {
        byte[] reds = {0, (byte) 128, 0};
        byte[] greens = {0, 0, (byte) 128};
        byte[] blues = {0, 0, 0};
        BufferedImage painted = new BufferedImage(
                3, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 3, reds, greens, blues));
        painted.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {2, 0, 1});
        Path file = folder.resolve("mask.png");
        assertTrue(ImageIO.write(painted, "png", file.toFile()));
        Image labels = ImageFiles.readLabels(file);
        assertEquals(1, labels.channels());
        assertArrayEquals(new byte[] {2, 0, 1}, labels.samples());
    }

    @Test
    void aMaskOfColoursIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mask.png");
        Files.write(file, ImageFiles.encodePng(Image.of(ImageSize.square(1), 3, new byte[3])));
        ImageFormatException refused = assertThrows(ImageFormatException.class, () -> ImageFiles.readLabels(file));
        assertEquals(
                file + ": a mask has one label a pixel, in 8-bit gray or a palette, but this is 8-bit with 3 channels",
                refused.getMessage());
    }
}
