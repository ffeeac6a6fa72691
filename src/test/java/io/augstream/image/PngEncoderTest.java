package io.augstream.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.random.CounterRandom;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written must come back from a reader that is not ours: the JDK's. */
class PngEncoderTest {
    @ParameterizedTest
    @CsvSource({"1,1,1", "7,3,1", "1,1,3", "5,9,3", "33,2,4", "64,64,3"})
    void theJdkReadsBackEverySample(int width, int height, int channels) throws IOException {
        byte[] samples = new byte[width * height * channels];
        for (int i = 0; i < samples.length; i++) {
            // Half shaded, half noise, so that every filter is the best for some row.
            samples[i] = (byte) (i / width % 2 == 0 ? i * 3L : CounterRandom.at(7, i));
        }
        byte[] png = PngEncoder.encode(Image.of(new ImageSize(width, height), channels, samples));

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        Raster raster = read.getRaster();
        assertEquals(channels, raster.getNumBands());
        byte[] back = new byte[samples.length];
        int[] pixels = raster.getPixels(0, 0, width, height, (int[]) null);
        for (int i = 0; i < back.length; i++) {
            back[i] = (byte) pixels[i];
        }
        assertArrayEquals(samples, back);
    }
}
