package io.augstream.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeepImageTest {
    private static Image shorts(int... samples) {
        short[] shorts = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            shorts[i] = (short) samples[i];
        }
        return Image.of(new ImageSize(samples.length, 1), 1, shorts);
    }

    @Test
    void everySixteenBitSampleIsTheSameAgainAfterItWasALevel() {
        Canvas canvas = new Canvas(new ImageSize(256, 256), 1, Depth.SIXTEEN_BIT);
        short[] all = new short[65_536];
        for (int i = 0; i < all.length; i++) {
            all[i] = (short) i;
        }
        Image image = Image.of(new ImageSize(256, 256), 1, all);
        for (int i = 0; i < all.length; i++) {
            canvas.put(i, image.level(i));
        }
        assertArrayEquals(all, canvas.image().shorts());
    }

    @Test
    void floatsAreTheSameAgainAfterTheyWereLevelsFromTheSmallestToTheLargest() {
        float[] floats = new float[1 << 16];
        for (int i = 0; i < floats.length; i++) {
            // Every upper half of the bits, with a lower half of its own: all signs and exponents, finite ones.
            float value = Float.intBitsToFloat(i << 16 | i * 31 & 0xffff);
            floats[i] = Float.isFinite(value) ? value : i;
        }
        Image image = Image.of(new ImageSize(256, 256), 1, floats);
        Canvas canvas = Canvas.like(image, image.size());
        for (int i = 0; i < floats.length; i++) {
            canvas.put(i, image.level(i));
        }
        assertArrayEquals(floats, canvas.image().floats());
    }

    @Test
    void wholeDepthsRoundHalvesUpAndClipAndFloatsDoNeither() {
        double[] levels = {-3, 0.5, 100.5 / 257, 254.7, 300};
        Canvas eight = new Canvas(new ImageSize(5, 1), 1, Depth.EIGHT_BIT);
        Canvas sixteen = new Canvas(new ImageSize(5, 1), 1, Depth.SIXTEEN_BIT);
        Canvas real = new Canvas(new ImageSize(5, 1), 1, Depth.FLOAT);
        for (int i = 0; i < levels.length; i++) {
            eight.put(i, levels[i]);
            sixteen.put(i, levels[i]);
            real.put(i, levels[i]);
        }
        assertArrayEquals(new byte[] {0, 1, 0, -1, -1}, eight.image().samples());
        assertTrue(shorts(0, 129, 101, 65_458, 65_535).looksLike(sixteen.image()));
        float[] expected = {
            -3 / 255f, 0.5f / 255, (float) (100.5 / 65_535), (float) (254.7 / 255), (float) (300 / 255.0)
        };
        assertArrayEquals(expected, real.image().floats());
    }

    @ParameterizedTest
    @EnumSource(
            value = Depth.class,
            names = {"SIXTEEN_BIT", "FLOAT"})
    void eightBitsAreTheSameAgainAfterTheyWereMore(Depth depth) {
        Image image = DeepPictures.random(Depth.EIGHT_BIT, 40, 40, 3);
        assertTrue(image.looksLike(image.at(depth).at(Depth.EIGHT_BIT)));
        assertSame(image, image.at(Depth.EIGHT_BIT));
    }

    @Test
    void whiteIsFullScaleAtEveryDepth() {
        Image white = Image.of(ImageSize.square(1), 1, new byte[] {-1});
        assertEquals(-1, white.at(Depth.SIXTEEN_BIT).shorts()[0]);
        assertEquals(1f, white.at(Depth.FLOAT).floats()[0]);
    }

    @Test
    void samplesOfAnotherDepthAreNotHandedOut() {
        IllegalStateException wrong = assertThrows(
                IllegalStateException.class, () -> shorts(1).samples().clone());
        assertEquals("these samples are 16-bit, not 8-bit; level() reads any depth", wrong.getMessage());
    }

    @Test
    void aSampleThatIsNoFiniteNumberIsRefusedAndItsPlaceTold() {
        float[] samples = new float[24];
        samples[19] = Float.NaN;
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> Image.of(new ImageSize(4, 2), 3, samples));
        assertEquals("samples must be finite, got NaN at x 2, y 1, channel 1", wrong.getMessage());
    }

    @Test
    void lumaOfSixteenBitColoursIsRoundedAtSixteenBits() {
        Image image = Image.of(ImageSize.square(1), 3, new short[] {1000, 2001, 30});
        // 0.299 * 1000 + 0.587 * 2001 + 0.114 * 30 = 1477.007
        assertArrayEquals(new short[] {1477}, Channels.convert(image, 1).shorts());
        assertArrayEquals(
                new short[] {1000, 2001, 30, -1}, Channels.convert(image, 4).shorts());
    }

    @Test
    void floatAlphaTakenAwayBlendsOverBlack() {
        Image image = Image.of(ImageSize.square(1), 4, new float[] {1.5f, 0.5f, -0.25f, 0.5f});
        assertArrayEquals(
                new float[] {0.75f, 0.25f, -0.125f}, Channels.convert(image, 3).floats());
    }

    @Test
    void theMiddleOfADeepImageIsCutOutExactly() {
        Image image = shorts(300, 301, 302, 303, 304);
        assertTrue(shorts(301, 302, 303).looksLike(Resizing.centreCrop(image, new ImageSize(3, 1))));
    }
}
