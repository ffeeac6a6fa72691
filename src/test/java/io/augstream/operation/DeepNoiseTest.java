package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.random.CounterRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The noise of a key is one field for all depths, rounded where samples are whole. */
class DeepNoiseTest {
    private static final ImageSize SIZE = new ImageSize(64, 48);

    private static Image gray(int channels) {
        byte[] samples = new byte[SIZE.width() * SIZE.height() * channels];
        Arrays.fill(samples, (byte) 120);
        return Image.of(SIZE, channels, samples);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void eightBitsHaveTheFloatsNoiseRoundedToLevels(int channels) {
        for (boolean perChannel : new boolean[] {true, false}) {
            Operation noise = new AddGaussianNoise(0.05, perChannel, 77);
            Image image = gray(channels);
            Image eight = noise.apply(image);
            Image sixteen = noise.apply(image.at(Depth.SIXTEEN_BIT));
            Image real = noise.apply(image.at(Depth.FLOAT));
            for (int i = 0; i < image.length(); i++) {
                // A rounding error more: where the noise is a half, either neighbour will do.
                assertEquals(real.level(i), eight.level(i), 0.5 + 1e-4);
                assertEquals(real.level(i), sixteen.level(i), 0.5 / 257 + 1e-4);
            }
        }
    }

    @Test
    void floatNoiseIsNormalAndNotRounded() {
        float[] samples = new AddGaussianNoise(0.05, true, 78)
                .apply(gray(1).at(Depth.FLOAT))
                .floats();
        double mean = 0;
        double squares = 0;
        int whole = 0;
        for (float sample : samples) {
            double noise = sample - 120 / 255.0;
            mean += noise / samples.length;
            squares += noise * noise / samples.length;
            double level = sample * 255.0;
            whole += Math.abs(level - Math.rint(level)) < 0.01 ? 1 : 0;
        }
        // Four standard errors of 3072 numbers: 0.05 / √3072 and 0.05² · √(2 / 3072).
        assertEquals(0, mean, 4 * 0.05 / Math.sqrt(samples.length));
        assertEquals(0.0025, squares, 4 * 0.0025 * Math.sqrt(2.0 / samples.length));
        // A share of 0.02 of all lie that near a whole level.
        assertTrue(whole < 0.04 * samples.length, whole + " of " + samples.length);
        assertTrue(Math.abs(samples.length - distinct(samples)) < 20, distinct(samples) + " distinct");
    }

    private static int distinct(float[] samples) {
        float[] sorted = samples.clone();
        Arrays.sort(sorted);
        int distinct = 1;
        for (int i = 1; i < sorted.length; i++) {
            distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
        }
        return distinct;
    }

    /** level + width · (u − ½), level · (1 + std · g): from the very numbers of the key. */
    @Test
    void uniformNoiseAndSpeckleOfFloatsAreTheirFormulas() {
        Image image = gray(3).at(Depth.FLOAT);
        float[] uniform = new AddUniformNoise(0.3, true, 5).apply(image).floats();
        float[] speckle = new AddSpeckle(0.1, true, 6).apply(image).floats();
        float level = image.floats()[0];
        for (int i = 0; i < uniform.length; i++) {
            assertEquals(level + 0.3 * (CounterRandom.uniformAt(5, i) - 0.5), uniform[i], 1e-7);
            assertEquals(level * (1 + 0.1 * CounterRandom.gaussianAt(6, i)), speckle[i], 1e-7);
        }
    }

    @Test
    void shotNoiseOfSixteenBitsCountsWholePhotonsAndRoundsAtSixteenBits() {
        short[] samples = new AddShotNoise(0.01, true, 9)
                .apply(gray(1).at(Depth.SIXTEEN_BIT))
                .shorts();
        for (short sample : samples) {
            double photons = (sample & 0xffff) / (0.01 * 65_535);
            assertEquals(Math.rint(photons), photons, 0.5 / (0.01 * 65_535) + 1e-9);
        }
    }

    @Test
    void alphaStays() {
        Image image = gray(4).at(Depth.SIXTEEN_BIT);
        for (Operation noise : new Operation[] {new AddGaussianNoise(0.3, true, 1), new AddSpeckle(0.3, false, 1)}) {
            short[] samples = noise.apply(image).shorts();
            for (int i = 3; i < samples.length; i += 4) {
                assertEquals((short) (120 * 257), samples[i]);
            }
        }
    }

    @Test
    void saltAndPepperAreFullScaleAndBlackAtEveryDepth() {
        Operation noise = new AddSaltAndPepper(0.5, 0.5, true, 3);
        Image eight = noise.apply(gray(3));
        assertArrayEquals(
                eight.samples(),
                noise.apply(gray(3).at(Depth.SIXTEEN_BIT)).at(Depth.EIGHT_BIT).samples());
        for (float sample : noise.apply(gray(3).at(Depth.FLOAT)).floats()) {
            assertTrue(sample == 0 || sample == 1 || sample == (float) (120 / 255.0), "" + sample);
        }
    }
}
