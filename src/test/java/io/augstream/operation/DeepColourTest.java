package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.image.DeepPictures;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import org.junit.jupiter.api.Test;

/** Point operations on 16 bits and floats: closed forms that 8 bits could not hold, and what torchvision gives for floats. */
class DeepColourTest {
    private static Image floats(float... samples) {
        return Image.of(new ImageSize(samples.length, 1), 1, samples);
    }

    private static Image shorts(int... samples) {
        short[] shorts = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            shorts[i] = (short) samples[i];
        }
        return Image.of(new ImageSize(samples.length, 1), 1, shorts);
    }

    private static int[] samples(Image image) {
        int[] samples = new int[image.length()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = image.shorts()[i] & 0xffff;
        }
        return samples;
    }

    @Test
    void brightnessIsRoundedAtSixteenBitsAndClippedAtFullScale() {
        assertArrayEquals(
                new int[] {0, 2, 1502, 65_535}, samples(new Brightness(1.5).apply(shorts(0, 1, 1001, 50_000))));
        assertArrayEquals(
                new float[] {0, 0.15f, 1},
                new Brightness(1.5).apply(floats(-0.5f, 0.1f, 0.8f)).floats(),
                1e-7f);
    }

    @Test
    void theNegativeIsExact() {
        assertArrayEquals(new int[] {65_535, 65_534, 0}, samples(new Invert().apply(shorts(0, 1, 65_535))));
    }

    @Test
    void contrastTakesTheMeanAsItIs() {
        // Mean 1001.333…; halfway towards it, rounded.
        assertArrayEquals(new int[] {1001, 1001, 1002}, samples(new Contrast(0.5).apply(shorts(1000, 1001, 1003))));
        assertArrayEquals(new int[] {1001, 1001, 1001}, samples(new Contrast(0).apply(shorts(1000, 1001, 1003))));
    }

    @Test
    void autocontrastStretchesAHundredStepsOfSixteenBits() {
        // A fifth of the way: 0.2 · 65535.
        assertArrayEquals(new int[] {0, 13_107, 65_535}, samples(new Autocontrast().apply(shorts(1000, 1020, 1100))));
        assertArrayEquals(new int[] {1000, 1000}, samples(new Autocontrast().apply(shorts(1000, 1000))));
    }

    @Test
    void posterizeKeepsTheHighestBitsOfSixteen() {
        assertArrayEquals(
                new int[] {0, 0, 0x2000, 0xe000}, samples(new Posterize(3).apply(shorts(0, 0x1fff, 0x2000, 0xffff))));
        for (int bits = 1; bits <= 8; bits++) {
            Image all = DeepPictures.random(Depth.SIXTEEN_BIT, 256, 64, 1);
            int[] kept = samples(new Posterize(bits).apply(all));
            for (int i = 0; i < kept.length; i++) {
                assertEquals(samples(all)[i] >> 16 - bits << 16 - bits, kept[i]);
            }
        }
    }

    @Test
    void gammaOfSamplesBelowBlackIsBlack() {
        assertArrayEquals(
                new float[] {0, 0.25f, 1},
                new Gamma(2).apply(floats(-0.5f, 0.5f, 3)).floats());
    }

    /** 600 samples of their own each: step ⌊599 / 255⌋ = 2, so the r-th is (r + 1) / 2 levels, at most 255. */
    @Test
    void equalizeRanksSamplesThatEightBitsWouldJoin() {
        int[] samples = new int[600];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 1000 + (i * 7 % 600);
        }
        int[] equalized = samples(new Equalize().apply(shorts(samples)));
        for (int i = 0; i < samples.length; i++) {
            double level = Math.min(255, (samples[i] - 1000 + 1) / 2.0);
            assertEquals((int) Math.floor(level * 257 + 0.5), equalized[i]);
        }
    }

    /** Three rows: red, green and blue of four pixels each. */
    private static final Image COLOURS = Image.of(new ImageSize(2, 2), 3, new float[] {
        0.9f, 0.2f, 0.35f, 0.1f, 0.123456f, 0.6f, 0.05f, 0.051f, 0.0502f, 1, 0, 0.5f
    });

    private static void assertGives(Operation operation, double tolerance, float... expected) {
        assertArrayEquals(expected, operation.apply(COLOURS).floats(), (float) tolerance, operation.toString());
    }

    /**
     * By torchvision 0.28's functional API of float32 tensors. Its luma has weights of 0.2989, 0.587 and 0.114, so that of white is
     * 0.9999, and what takes the luma differs by that.
     */
    @Test
    void floatsBecomeWhatTorchvisionMakesOfThem() {
        assertGives(
                new Brightness(1.3),
                1e-6,
                1,
                0.26f,
                0.455f,
                0.13f,
                0.16049279f,
                0.78f,
                0.065f,
                0.0663f,
                0.06526f,
                1,
                0,
                0.65f);
        assertGives(
                new Contrast(1.7),
                1e-4,
                1,
                0.16437463f,
                0.41937464f,
                0,
                0.034249842f,
                0.84437472f,
                0,
                0,
                0,
                1,
                0,
                0.67437464f);
        assertGives(
                new Saturation(1.8),
                1e-4,
                1,
                0.018951977f,
                0.28895199f,
                0.043393046f,
                0.085613847f,
                0.94339311f,
                0.049516156f,
                0.051316157f,
                0.049876161f,
                1,
                0,
                0.61527997f);
        assertGives(
                new Hue(0.15),
                1e-6,
                0.9f,
                0.68f,
                0.2f,
                0.52654421f,
                0.1f,
                0.6f,
                0.05f,
                0.0509f,
                0.051f,
                1,
                0.40000033f,
                0);
        assertGives(
                new Gamma(0.7),
                1e-6,
                0.92890167f,
                0.32413131f,
                0.47956517f,
                0.19952624f,
                0.23123765f,
                0.69936824f,
                0.12282281f,
                0.12453721f,
                0.1231665f,
                1,
                0,
                0.61557221f);
        assertGives(new Posterize(3), 0, 0.875f, 0.125f, 0.25f, 0, 0, 0.5f, 0, 0, 0, 0.875f, 0, 0.5f);
        assertGives(
                new Solarize(127.5),
                1e-6,
                0.1f,
                0.2f,
                0.35f,
                0.1f,
                0.123456f,
                0.4f,
                0.05f,
                0.051f,
                0.0502f,
                0,
                0,
                0.5f);
        assertGives(
                new Autocontrast(),
                1e-6,
                0.89473683f,
                1,
                0.5452891f,
                0.052631579f,
                0.61728001f,
                1,
                0,
                0.255f,
                0,
                1,
                0,
                0.81811565f);
        assertGives(
                new Grayscale(),
                1.1e-4,
                0.42631f,
                0.42631f,
                0.42631f,
                0.17075868f,
                0.17075868f,
                0.17075868f,
                0.050604798f,
                0.050604798f,
                0.050604798f,
                0.3559f,
                0.3559f,
                0.3559f);
    }

    /** As above, of a gray picture of 3 × 3: 2.5 · 0.9 − 1.5 · 0.584… is above full scale. */
    @Test
    void sharpnessOfFloatsIsClippedAndLeavesTheBorder() {
        float[] samples = {0.1f, 0.2f, 0.3f, 0.4f, 0.9f, 0.6f, 0.7f, 0.8f, 0.05f};
        Image image = Image.of(ImageSize.square(3), 1, samples.clone());
        samples[4] = 1;
        assertArrayEquals(samples, new Sharpness(2.5).apply(image).floats());
        // The neighbourhood's mean: (3.15 + 5 · 0.9) / 13.
        assertEquals(7.65f / 13, new Sharpness(0).apply(image).floats()[4], 1e-6f);
    }
}
