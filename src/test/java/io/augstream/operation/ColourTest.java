package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.AdjustColours.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Colour operations against closed forms and by hand. */
class ColourTest {
    private static Image gray(int... levels) {
        return image(1, levels);
    }

    private static Image colour(int red, int green, int blue) {
        return image(3, red, green, blue);
    }

    private static Image image(int channels, int... samples) {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return Image.of(new ImageSize(samples.length / channels, 1), channels, bytes);
    }

    private static int[] levels(Operation operation, Image image) {
        byte[] samples = operation.apply(image).samples();
        int[] levels = new int[samples.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = samples[i] & 0xff;
        }
        return levels;
    }

    private static int[] list(int... levels) {
        return levels;
    }

    @Test
    void brightnessMultipliesRoundsAndClips() {
        assertArrayEquals(list(0, 2, 3, 150, 255), levels(new Brightness(1.5), gray(0, 1, 2, 100, 200)));
        assertArrayEquals(list(0, 0, 0, 0, 0), levels(new Brightness(0), gray(0, 1, 2, 100, 200)));
    }

    @Test
    void contrastTurnsAboutTheRoundedMean() {
        // The mean 100.5 counts as 101: 3 · 100 − 2 · 101 = 98.
        assertArrayEquals(list(98, 101), levels(new Contrast(3), gray(100, 101)));
        assertArrayEquals(list(101, 101), levels(new Contrast(0), gray(100, 101)));
        assertArrayEquals(list(0, 255), levels(new Contrast(100), gray(100, 105)));
    }

    @Test
    void theMeanOfContrastIsThatOfTheLuma() {
        // 0.299 · 200 + 0.587 · 100 + 0.114 · 50 = 124.2.
        assertArrayEquals(list(124, 124, 124), levels(new Contrast(0), colour(200, 100, 50)));
        assertArrayEquals(list(162, 112, 87), levels(new Contrast(0.5), colour(200, 100, 50)));
    }

    @Test
    void saturationBlendsWithTheUnroundedLuma() {
        assertArrayEquals(list(124, 124, 124), levels(new Saturation(0), colour(200, 100, 50)));
        // 1.1 · 200 − 0.1 · 124.2 = 207.58, 97.58, 42.58.
        assertArrayEquals(list(208, 98, 43), levels(new Saturation(1.1), colour(200, 100, 50)));
        assertArrayEquals(list(255, 76, 0), levels(new Saturation(2), colour(200, 100, 50)));
    }

    @Test
    void grayscaleOfWhiteIsWhite() {
        assertArrayEquals(list(255, 255, 255), levels(new Grayscale(), colour(255, 255, 255)));
        assertArrayEquals(list(124, 124, 124), levels(new Grayscale(), colour(200, 100, 50)));
    }

    @Test
    void aThirdOfATurnMakesRedGreenAndGreenBlue() {
        assertArrayEquals(list(0, 255, 0), levels(new Hue(1 / 3.0), colour(255, 0, 0)));
        assertArrayEquals(list(0, 0, 255), levels(new Hue(1 / 3.0), colour(0, 255, 0)));
        assertArrayEquals(list(255, 0, 0), levels(new Hue(1 / 3.0), colour(0, 0, 255)));
        assertArrayEquals(list(0, 0, 255), levels(new Hue(-1 / 3.0), colour(255, 0, 0)));
        assertArrayEquals(list(255, 255, 0), levels(new Hue(1 / 6.0), colour(255, 0, 0)));
    }

    @Test
    void halfATurnGivesTheComplementOfTheSameValueAndChroma() {
        assertArrayEquals(list(10, 137, 200), levels(new Hue(0.5), colour(200, 73, 10)));
        assertArrayEquals(list(10, 137, 200), levels(new Hue(-0.5), colour(200, 73, 10)));
    }

    @Test
    void aTurnOfHueKeepsTheHighestAndTheLowestColourOfEveryPixel() {
        Image image = Picture.random(20, 20, 3);
        for (double shift = -0.5; shift <= 0.5; shift += 0.0625) {
            int[] before = levels(new Hue(0), image);
            int[] after = levels(new Hue(shift), image);
            for (int i = 0; i < after.length; i += 3) {
                assertEquals(highest(before, i), highest(after, i));
                assertEquals(-highest(negative(before), i), -highest(negative(after), i));
            }
        }
    }

    private static int highest(int[] levels, int at) {
        return Math.max(levels[at], Math.max(levels[at + 1], levels[at + 2]));
    }

    private static int[] negative(int[] levels) {
        return java.util.Arrays.stream(levels).map(level -> -level).toArray();
    }

    @Test
    void gammaIsAPowerOfTheShareOfFullScale() {
        assertArrayEquals(list(0, 1, 64, 157, 255), levels(new Gamma(2), gray(0, 16, 128, 200, 255)));
        assertArrayEquals(list(0, 64, 181, 255), levels(new Gamma(0.5), gray(0, 16, 128, 255)));
        assertArrayEquals(list(255, 255), levels(new Gamma(0), gray(0, 16)));
    }

    @Test
    void solarizeInvertsFromTheThresholdOn() {
        assertArrayEquals(list(0, 99, 155, 0), levels(new Solarize(100), gray(0, 99, 100, 255)));
        assertArrayEquals(list(255, 156, 155, 0), levels(new Solarize(0), gray(0, 99, 100, 255)));
        assertArrayEquals(list(255, 156, 155, 0), levels(new Invert(), gray(0, 99, 100, 255)));
    }

    @Test
    void posterizeKeepsTheHighestBits() {
        assertArrayEquals(list(0, 0, 128, 128), levels(new Posterize(1), gray(0, 127, 128, 255)));
        assertArrayEquals(list(0, 112, 128, 240), levels(new Posterize(4), gray(0, 127, 128, 255)));
    }

    @Test
    void equalizeSpreadsLevelsByHowManyPixelsAreBelow() {
        // 255 pixels each of 100 and 101, and one of 102: step (511 − 1) / 255 = 2, so ⌊(0 + 1) / 2⌋, ⌊256 / 2⌋, 255.
        int[] levels = new int[511];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = i < 255 ? 100 : i < 510 ? 101 : 102;
        }
        int[] equal = levels(new Equalize(), gray(levels));
        assertEquals(0, equal[0]);
        assertEquals(128, equal[255]);
        assertEquals(255, equal[510]);
    }

    @Test
    void aPictureOfOneLevelIsNeitherEqualizedNorStretched() {
        Image flat = Picture.constant(30, 30, 3, 77);
        assertArrayEquals(flat.samples(), new Equalize().apply(flat).samples());
        assertArrayEquals(flat.samples(), new Autocontrast().apply(flat).samples());
    }

    @Test
    void autocontrastStretchesEachColourToFullScale() {
        assertArrayEquals(
                list(0, 0, 7, 128, 255, 7, 255, 1, 7),
                levels(new Autocontrast(), image(3, 50, 0, 7, 100, 255, 7, 150, 1, 7)));
    }

    @Test
    void sharpnessBlendsWithTheWeightedMeanOfNineAndLeavesTheBorder() {
        Image dot = Picture.impulse(5, 2, 2, 130);
        int[] smooth = levels(new Sharpness(0), dot);
        int[] sharp = levels(new Sharpness(1.5), dot);
        for (int i = 0; i < 25; i++) {
            boolean inside = i / 5 % 4 != 0 && i % 5 % 4 != 0;
            assertEquals(i == 12 ? 50 : inside ? 10 : 0, smooth[i]);
            assertEquals(i == 12 ? 170 : 0, sharp[i]);
        }
        assertArrayEquals(list(9, 200), levels(new Sharpness(3), gray(9, 200)), "nothing but border");
    }

    @Test
    void adjustmentsAreMadeInTheirOrder() {
        Image image = gray(100, 200);
        // Twice 100, 200 clipped: 200, 255, of mean 228; about it half: 214, 242.
        assertArrayEquals(
                list(214, 242),
                levels(
                        new AdjustColours(
                                2, 0.5, 1, 0, List.of(Step.BRIGHTNESS, Step.CONTRAST, Step.HUE, Step.SATURATION)),
                        image));
        // Half about the mean 150: 125, 175; twice that: 250, 255.
        assertArrayEquals(
                list(250, 255),
                levels(
                        new AdjustColours(
                                2, 0.5, 1, 0, List.of(Step.HUE, Step.CONTRAST, Step.SATURATION, Step.BRIGHTNESS)),
                        image));
    }

    @Test
    void anOrderHoldsEveryStepOnce() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new AdjustColours(1, 1, 1, 0, List.of(Step.HUE, Step.HUE, Step.CONTRAST, Step.BRIGHTNESS)));
    }
}
