package io.augstream.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedImageTest {
    private static final int TRIALS = 400;

    /** Decoders fail in many ways on damaged bytes; the caller must meet one only. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "ppm"})
    void damagedBytesAreReadOrRefusedAndNothingElse(String format) throws IOException {
        byte[] sound = encoded(format);
        int refused = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            CounterRandom random = RandomKey.of(trial).with(format).random();
            byte[] bytes = Arrays.copyOf(sound, random.nextInt(4) == 0 ? random.nextInt(sound.length) : sound.length);
            for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--) {
                // Headers are short, so half of the damage goes there.
                int reach = random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length;
                bytes[random.nextInt(reach)] = (byte) random.nextInt(256);
            }
            try {
                Image image = ImageFiles.decode(bytes, "damaged");
                assertTrue((long) image.width() * image.height() <= ImageFiles.MOST_PIXELS);
            } catch (ImageFormatException e) {
                refused++;
                assertEquals(1, String.valueOf(e.getMessage()).lines().count(), e.getMessage());
            }
        }
        assertTrue(refused > TRIALS / 10, "damage was done: " + refused);
    }

    private static byte[] encoded(String format) throws IOException {
        byte[] samples = new byte[24 * 16 * 3];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * 7 + i / 72 * 11);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (format.equals("ppm")) {
            bytes.writeBytes("P6\n# drawn\n24 16\n255\n".getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(samples);
        } else {
            Image image = Image.of(new ImageSize(24, 16), 3, samples);
            assertTrue(ImageIO.write(BufferedImages.toBufferedImage(image), format, bytes));
        }
        return bytes.toByteArray();
    }
}
