package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.random.CounterRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotateAndCropTest {
    private static final int TRIALS = 10_000;
    private static final double ROUNDING = 1e-9;

    /** By how much the upright rectangle's corners stay inside a turned picture, in pixels: [corner] is the least margin. */
    private static double[] margins(ImageSize size, double degrees, InscribedRectangle rectangle) {
        double radians = Math.toRadians(degrees);
        double[] margins = new double[4];
        for (int corner = 0; corner < 4; corner++) {
            double u = (corner % 2 == 0 ? -1 : 1) * rectangle.width() / 2;
            double v = (corner / 2 == 0 ? -1 : 1) * rectangle.height() / 2;
            double x = Math.cos(radians) * u - Math.sin(radians) * v;
            double y = Math.sin(radians) * u + Math.cos(radians) * v;
            margins[corner] = Math.min(size.width() / 2.0 - Math.abs(x), size.height() / 2.0 - Math.abs(y));
        }
        return margins;
    }

    private static ImageSize anySize(CounterRandom random) {
        int most = random.nextInt(4) == 0 ? 4000 : 300;
        return new ImageSize(2 + random.nextInt(most), 2 + random.nextInt(most));
    }

    private static double anyAngle(CounterRandom random) {
        return random.nextInt(10) == 0 ? 15 * random.nextInt(-24, 25) : random.nextDouble() * 720 - 360;
    }

    private static void assertInsideAndTouching(ImageSize size, double degrees, InscribedRectangle rectangle) {
        int touching = 0;
        for (double margin : margins(size, degrees, rectangle)) {
            assertTrue(margin >= -ROUNDING, size + " at " + degrees + ": " + margin);
            touching += Math.abs(margin) < ROUNDING ? 1 : 0;
        }
        assertTrue(touching >= 2, size + " at " + degrees + " touches with " + touching + " corners");
    }

    @Test
    void largestRectangleLiesInsideAndTouches() {
        CounterRandom random = new CounterRandom(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            ImageSize size = anySize(random);
            double degrees = anyAngle(random);
            assertInsideAndTouching(size, degrees, InscribedRectangle.largest(size, degrees));
        }
    }

    @Test
    void rectangleOfTheSameAspectLiesInsideAndTouches() {
        CounterRandom random = new CounterRandom(2);
        for (int trial = 0; trial < TRIALS; trial++) {
            ImageSize size = anySize(random);
            double degrees = anyAngle(random);
            InscribedRectangle kept = InscribedRectangle.keepingAspect(size, degrees);
            assertInsideAndTouching(size, degrees, kept);
            assertEquals((double) size.width() / size.height(), kept.width() / kept.height(), ROUNDING * size.width());
        }
    }

    @Test
    void noRectangleOfAnotherShapeIsLarger() {
        CounterRandom random = new CounterRandom(3);
        for (int trial = 0; trial < TRIALS; trial++) {
            ImageSize size = anySize(random);
            double degrees = anyAngle(random);
            InscribedRectangle largest = InscribedRectangle.largest(size, degrees);
            // Scale a rectangle of any shape until its worst corner touches: |x| and |y| grow in proportion.
            double aspect = Math.exp(random.nextDouble() * 6 - 3);
            double radians = Math.toRadians(degrees);
            double s = Math.abs(Math.sin(radians));
            double c = Math.abs(Math.cos(radians));
            double scale = Math.min(size.width() / (aspect * c + s), size.height() / (aspect * s + c));
            double area = scale * scale * aspect;
            assertTrue(area <= largest.width() * largest.height() * (1 + 1e-9), size + " at " + degrees);
        }
    }

    @Test
    void halfOfATurnedSquareAtFortyFiveDegrees() {
        InscribedRectangle kept = InscribedRectangle.largest(ImageSize.square(10), 45);
        assertEquals(Math.sqrt(50), kept.width(), 1e-12);
        assertEquals(Math.sqrt(50), kept.height(), 1e-12);
    }

    @Test
    void noFillShows() {
        CounterRandom random = new CounterRandom(4);
        for (int trial = 0; trial < 500; trial++) {
            ImageSize size = new ImageSize(1 + random.nextInt(30), 1 + random.nextInt(30));
            Image gray = Picture.constant(size.width(), size.height(), 1, 200);
            for (Interpolation interpolation : Interpolation.values()) {
                RotateAndCrop crop = new RotateAndCrop(anyAngle(random), size, random.nextBoolean(), interpolation);
                assertArrayEquals(gray.samples(), crop.apply(gray).samples());
            }
        }
    }

    @Test
    void quarterTurnOfASquareMovesPixelsExactly() {
        Image picture = Picture.of("abc", "def", "ghi");
        for (Interpolation interpolation : Interpolation.values()) {
            RotateAndCrop crop = new RotateAndCrop(90, picture.size(), false, interpolation);
            assertEquals(List.of("cfi", "beh", "adg"), Picture.rows(crop.apply(picture)));
        }
    }

    @Test
    void quarterTurnOfAWidePictureKeepsAllOfIt() {
        Image wide = Picture.of("abcd", "efgh");
        RotateAndCrop crop = new RotateAndCrop(90, new ImageSize(2, 4), false, Interpolation.BILINEAR);
        assertEquals(List.of("dh", "cg", "bf", "ae"), Picture.rows(crop.apply(wide)));
    }

    @Test
    void noTurnOnlyResamples() {
        Image image = Picture.random(12, 9, 3);
        RotateAndCrop same = new RotateAndCrop(0, image.size(), false, Interpolation.BICUBIC);
        assertArrayEquals(image.samples(), same.apply(image).samples());
        // Each output pixel of half the size lies in the middle of four.
        Image four = Picture.of("ac", "eg");
        RotateAndCrop half = new RotateAndCrop(0, ImageSize.square(1), false, Interpolation.BILINEAR);
        assertEquals(List.of("d"), Picture.rows(half.apply(four)));
    }
}
