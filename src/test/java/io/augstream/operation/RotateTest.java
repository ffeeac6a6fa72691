package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.random.CounterRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RotateTest {
    private static final Image PICTURE = Picture.of(
            "abc", //
            "def", "ghi");

    private static Rotate turn(double degrees, Interpolation interpolation) {
        return new Rotate(degrees, interpolation, Border.CONSTANT, Fill.ZERO, false);
    }

    private static Rotate expanding(double degrees) {
        return new Rotate(degrees, Interpolation.BILINEAR, Border.CONSTANT, Fill.ZERO, true);
    }

    private static Rotate with(double degrees, Border border, Fill fill) {
        return new Rotate(degrees, Interpolation.BILINEAR, border, fill, false);
    }

    @ParameterizedTest
    @EnumSource
    void positiveQuarterTurnIsCounterClockwise(Interpolation interpolation) {
        List<String> turned = List.of(
                "cfi", //
                "beh", "adg");
        assertEquals(turned, Picture.rows(turn(90, interpolation).apply(PICTURE)));
        assertEquals(turned, Picture.rows(turn(-270, interpolation).apply(PICTURE)));
    }

    @ParameterizedTest
    @EnumSource
    void negativeQuarterTurnIsClockwise(Interpolation interpolation) {
        List<String> turned = List.of(
                "gda", //
                "heb", "ifc");
        assertEquals(turned, Picture.rows(turn(-90, interpolation).apply(PICTURE)));
        assertEquals(turned, Picture.rows(turn(270, interpolation).apply(PICTURE)));
    }

    @ParameterizedTest
    @EnumSource
    void halfTurnIsExactForAnySize(Interpolation interpolation) {
        Image wide = Picture.of(
                "abcd", //
                "efgh", "ijkl");
        List<String> turned = List.of("lkji", "hgfe", "dcba");
        assertEquals(turned, Picture.rows(turn(180, interpolation).apply(wide)));
        assertEquals(turned, Picture.rows(turn(-180, interpolation).apply(wide)));
    }

    @ParameterizedTest
    @EnumSource
    void wholeTurnAndNoTurnChangeNothing(Interpolation interpolation) {
        Image image = Picture.random(13, 8, 3);
        for (double degrees : new double[] {0, -0.0, 360, -360}) {
            assertArrayEquals(
                    image.samples(), turn(degrees, interpolation).apply(image).samples());
        }
    }

    @Test
    void expandedQuarterTurnSwapsWidthAndHeight() {
        Image wide = Picture.of(
                "abcd", //
                "efgh");
        assertEquals(List.of("dh", "cg", "bf", "ae"), Picture.rows(expanding(90).apply(wide)));
        assertEquals(
                List.of("ea", "fb", "gc", "hd"), Picture.rows(expanding(-90).apply(wide)));
    }

    @Test
    void quarterTurnOfSizesWhoseCentresMeetIsExactInTheMiddle() {
        // 4 x 2: both centres lie between pixels, so every source position is whole; what leaves the frame is filled.
        Image wide = Picture.of(
                "abcd", //
                "efgh");
        assertEquals(
                List.of("\0cg\0", "\0bf\0"),
                Picture.rows(turn(90, Interpolation.BICUBIC).apply(wide)));
    }

    @Test
    void fourQuarterTurnsOfASquareOrWithRoomAreNothing() {
        CounterRandom random = new CounterRandom(1);
        for (int i = 0; i < 300; i++) {
            boolean expand = random.nextBoolean();
            int width = 1 + random.nextInt(50);
            int height = expand ? 1 + random.nextInt(50) : width;
            Image image = Picture.random(width, height, new int[] {1, 3, 4}[random.nextInt(3)]);
            Rotate quarter = new Rotate(
                    random.nextBoolean() ? 90 : -90,
                    Interpolation.values()[random.nextInt(3)],
                    Border.values()[random.nextInt(5)],
                    new Fill(List.of(random.nextInt(256))),
                    expand);
            Image turned = image;
            for (int turn = 0; turn < 4; turn++) {
                turned = quarter.apply(turned);
            }
            assertEquals(image.size(), turned.size());
            assertArrayEquals(image.samples(), turned.samples(), quarter + " of " + image.size());
        }
    }

    /** Waves of 24 pixels: interpolated twice, linearly, they lose at most 2 · 2 · 50 (2π/24)² / 8 = 1.7 levels. */
    @ParameterizedTest
    @EnumSource(names = "NEAREST", mode = EnumSource.Mode.EXCLUDE)
    void thereAndBackKeepsASmoothCentreWithin3Levels(Interpolation interpolation) {
        CounterRandom random = new CounterRandom(2);
        for (int i = 0; i < 150; i++) {
            int width = 40 + random.nextInt(30);
            int height = 40 + random.nextInt(30);
            double phase = 6 * random.nextDouble();
            byte[] samples = new byte[width * height];
            for (int p = 0; p < samples.length; p++) {
                int x = p % width;
                int y = p / width;
                double across = Math.cos(2 * Math.PI / 24 * x + phase);
                double down = Math.cos(2 * Math.PI / 24 * y - phase);
                samples[p] = (byte) Math.round(127 + 50 * across + 50 * down);
            }
            Image image = Image.of(new ImageSize(width, height), 1, samples);
            double degrees = 720 * random.nextDouble() - 360;
            Border border = Border.values()[random.nextInt(5)];
            Image back = new Rotate(-degrees, interpolation, border, Fill.ZERO, false)
                    .apply(new Rotate(degrees, interpolation, border, Fill.ZERO, false).apply(image));
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (Math.hypot(x - (width - 1) / 2.0, y - (height - 1) / 2.0) < Math.min(width, height) / 2.0 - 3) {
                        assertEquals(image.sample(x, y, 0), back.sample(x, y, 0), 3, degrees + " at " + x + ", " + y);
                    }
                }
            }
        }
    }

    @Test
    void smallTurnLiftsTheRightHandSide() {
        Image image = Picture.impulse(21, 20, 10, 200);
        Image turned = turn(10, Interpolation.NEAREST).apply(image);
        int brightRow = -1;
        for (int y = 0; y < 21; y++) {
            for (int x = 0; x < 21; x++) {
                brightRow = turned.sample(x, y, 0) == 200 ? y : brightRow;
            }
        }
        // 10 pixels right of the centre, sin 10° = 0.17: 1.7 pixels up.
        assertEquals(8, brightRow);
    }

    @ParameterizedTest
    @CsvSource({
        // w cos + h sin by w sin + h cos, rounded up
        "64, 48, 30, 80, 74",
        "64, 48, 45, 80, 80",
        "64, 48, -45, 80, 80",
        "10, 10, 45, 15, 15",
        "3, 4, 53.13010235415598, 5, 5",
        "3, 4, 90, 4, 3",
        "3, 4, 180, 3, 4",
        "1, 1, 17, 2, 2",
    })
    void expandedSizeHoldsTheTurnedPicture(int width, int height, double degrees, int toWidth, int toHeight) {
        ImageSize expected = new ImageSize(toWidth, toHeight);
        ImageSize size = new ImageSize(width, height);
        assertEquals(expected, expanding(degrees).resultSize(size));
        assertEquals(
                expected,
                expanding(degrees).apply(Picture.random(width, height, 1)).size());
    }

    @Test
    void whitePictureOnWhiteFillHasNoFringe() {
        Image white = Picture.constant(20, 14, 3, 255);
        Image turned = with(31, Border.CONSTANT, new Fill(List.of(255))).apply(white);
        assertArrayEquals(white.samples(), turned.samples());
    }

    @ParameterizedTest
    @EnumSource(names = "CONSTANT", mode = EnumSource.Mode.EXCLUDE)
    void constantPictureStaysConstantWhereTheBorderIsMadeOfIt(Border border) {
        Image gray = Picture.constant(9, 17, 1, 77);
        for (double degrees = -360; degrees <= 360; degrees += 7.7) {
            for (Interpolation interpolation : Interpolation.values()) {
                Rotate rotate = new Rotate(degrees, interpolation, border, Fill.ZERO, true);
                Image turned = rotate.apply(gray);
                assertArrayEquals(
                        Picture.constant(turned.width(), turned.height(), 1, 77).samples(), turned.samples());
            }
        }
    }

    @Test
    void fillHasALevelAChannel() {
        Image turned = with(45, Border.CONSTANT, new Fill(List.of(10, 20, 30))).apply(Picture.random(21, 21, 3));
        assertEquals(10, turned.sample(0, 0, 0));
        assertEquals(20, turned.sample(0, 0, 1));
        assertEquals(30, turned.sample(0, 0, 2));
    }

    @Test
    void fillForOtherChannelsIsRefused() {
        Rotate rotate = with(5, Border.CONSTANT, new Fill(List.of(10, 20, 30)));
        Image gray = Picture.random(4, 4, 1);
        String message = assertThrows(MisfitException.class, () -> {
                    Image unused = rotate.apply(gray);
                })
                .getMessage();
        assertEquals("fill has 3 levels, but the image has 1 channel; give one level, or one a channel", message);
    }

    @Test
    void bicubicWeighsAsPublishedForMinusThreeQuarters() {
        double[] weights = new double[4];
        assertEquals(1, Interpolation.BICUBIC.weigh(2.25, weights));
        assertArrayEquals(new double[] {-0.10546875, 0.87890625, 0.26171875, -0.03515625}, weights);
        assertEquals(1, Interpolation.BICUBIC.weigh(2.5, weights));
        assertArrayEquals(new double[] {-0.09375, 0.59375, 0.59375, -0.09375}, weights);
    }

    @Test
    void bicubicOvershootIsClippedAndDoesNotWrap() {
        // Half white, half black: cubic convolution leaves [0, 255] on both sides of the edge.
        byte[] samples = new byte[32 * 32];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % 32 < 16 ? 255 : 0);
        }
        Image edge = Image.of(ImageSize.square(32), 1, samples);
        Image turned = new Rotate(3, Interpolation.BICUBIC, Border.REPLICATE, Fill.ZERO, false).apply(edge);
        for (int y = 0; y < 32; y++) {
            assertTrue(turned.sample(10, y, 0) == 255 && turned.sample(21, y, 0) == 0);
        }
    }

    @Test
    void nearestTakesTheUpperPixelHalfWay() {
        double[] weights = new double[1];
        assertEquals(3, Interpolation.NEAREST.weigh(2.5, weights));
        assertEquals(2, Interpolation.NEAREST.weigh(2.499, weights));
        assertEquals(0, Interpolation.NEAREST.weigh(-0.5, weights));
        assertEquals(-1, Interpolation.NEAREST.weigh(-0.501, weights));
    }
}
