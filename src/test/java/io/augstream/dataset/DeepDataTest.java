package io.augstream.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.DeepPictures;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.image.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets of 16 bits and floats. */
class DeepDataTest {
    private static Image shorts(int... samples) {
        short[] shorts = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            shorts[i] = (short) samples[i];
        }
        return Image.of(new ImageSize(samples.length, 1), 1, shorts);
    }

    @Test
    void meanAndDeviationAreThoseOfAllSixteenBits() {
        // 1000 and 1002: eight bits would hold 4 twice, of deviation 0.
        Normalisation fitted = Normalisation.fit(List.of(shorts(1000, 1002)));
        assertEquals(1001 / 65_535.0, fitted.mean().get(0), 1e-15);
        assertEquals(1 / 65_535.0, fitted.std().get(0), 1e-15);
        float[] values = new float[3];
        fitted.write(shorts(1000, 1002), values, 1);
        assertArrayEquals(new float[] {0, -1, 1}, values, 1e-6f);
    }

    @Test
    void depthsInOneSetHaveOneScale() {
        Image eight = DeepPictures.random(Depth.EIGHT_BIT, 9, 9, 3);
        Normalisation counted = Normalisation.fit(List.of(eight));
        Normalisation mixed = Normalisation.fit(List.of(eight, eight.at(Depth.SIXTEEN_BIT), eight.at(Depth.FLOAT)));
        for (int channel = 0; channel < 3; channel++) {
            assertEquals(counted.mean().get(channel), mixed.mean().get(channel), 1e-8);
            assertEquals(counted.std().get(channel), mixed.std().get(channel), 1e-8);
        }
        float[] expected = new float[eight.length()];
        counted.write(eight, expected, 0);
        for (Depth depth : Depth.values()) {
            float[] values = new float[eight.length()];
            counted.write(eight.at(depth), values, 0);
            assertArrayEquals(expected, values, 1e-6f);
        }
    }

    @Test
    void aChannelOfOneSampleHasNoDeviation() {
        Normalisation fitted = Normalisation.fit(List.of(shorts(12_345, 12_345, 12_345)));
        assertEquals(1.0, fitted.std().get(0));
    }

    @Test
    void floatsThatLieBeyondFullScaleOnTheWholeCannotBeFitted() {
        Image bright = Image.of(new ImageSize(2, 1), 1, new float[] {200, 300});
        DataException wrong = assertThrows(DataException.class, () -> Normalisation.fit(List.of(bright)));
        assertEquals(
                "the float32 images do not lie within 0 (black) and 1 (full scale): mean must lie in [0, 1], a fraction of full"
                        + " scale, got [250.0]; scale their samples",
                wrong.getMessage());
    }

    /** What a sample holds after its file was read and prepared. */
    @Test
    void filesKeepTheirDepthThroughPreparation(@TempDir Path root) throws IOException {
        Image image = DeepPictures.random(Depth.SIXTEEN_BIT, 6, 6, 3);
        Files.createDirectories(root.resolve("train/a"));
        Files.createDirectories(root.resolve("train/b"));
        Files.write(root.resolve("train/a/1.png"), ImageFiles.encodePng(image));
        Files.write(root.resolve("train/b/2.tiff"), ImageFiles.encodeTiff(image.at(Depth.FLOAT)));
        Dataset dataset = Datasets.open(root, null);
        Preparation preparation = new Preparation(null, ImageSize.square(4), null);
        short[] middle = preparation.read(dataset.train().get(0)).shorts();
        for (int i = 0; i < middle.length; i++) {
            assertEquals(image.shorts()[((1 + i / 12) * 6 + 1) * 3 + i % 12], middle[i]);
        }
        assertEquals(Depth.FLOAT, preparation.read(dataset.train().get(1)).depth());
        Image resized = new Preparation(ImageSize.square(3), null, 1)
                .read(dataset.train().get(0));
        assertEquals(Depth.SIXTEEN_BIT, resized.depth());
        assertEquals(ImageSize.square(3), resized.size());
    }
}
