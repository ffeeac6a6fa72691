package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AffineTest {
    private static final Fill DOT = new Fill(List.of((int) '.'));

    private static Affine affine(double degrees, double shear, double scale, double aspect, double right, double down) {
        return new Affine(degrees, shear, 0, scale, aspect, right, down, Interpolation.NEAREST, Border.CONSTANT, DOT);
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyTurnsIsTheRotationBitForBit(Interpolation interpolation) {
        for (int[] size : new int[][] {{1, 1}, {7, 1}, {20, 33}}) {
            Image image = Picture.random(size[0], size[1], 3);
            for (double degrees = -360; degrees <= 360; degrees += 22.5) {
                for (Border border : Border.values()) {
                    assertArrayEquals(
                            new Rotate(degrees, interpolation, border, DOT, false)
                                    .apply(image)
                                    .samples(),
                            new Affine(degrees, 0, 0, 1, 1, 0, 0, interpolation, border, DOT)
                                    .apply(image)
                                    .samples());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyShiftsByWholePixelsIsTheShiftBitForBit(Interpolation interpolation) {
        Image image = Picture.random(20, 33, 4);
        for (Border border : Border.values()) {
            assertArrayEquals(
                    new Shift(3, -7, border, DOT).apply(image).samples(),
                    new Affine(0, 0, 0, 1, 1, 3, -7, interpolation, border, DOT)
                            .apply(image)
                            .samples());
        }
    }

    @Test
    void halfAPixelIsTheMeanOfTwo() {
        Image image = Image.of(new ImageSize(3, 1), 1, new byte[] {10, 20, 60});
        Image shifted = new Affine(0, 0, 0, 1, 1, 0.5, 0, Interpolation.BILINEAR, Border.REPLICATE, DOT).apply(image);
        assertArrayEquals(new byte[] {10, 15, 40}, shifted.samples());
    }

    @Test
    void positiveShearLeansUprightLinesToTheRight() {
        Image upright = Picture.of(
                "..a..", //
                "..b..", "..c..", "..d..", "..e..");
        // At 45 degrees each row above the centre goes a pixel farther to the right.
        assertEquals(
                List.of(
                        "....a", //
                        "...b.", "..c..", ".d...", "e...."),
                Picture.rows(affine(0, 45, 1, 1, 0, 0).apply(upright)));
    }

    @Test
    void positiveShearAlongYRaisesTheRight() {
        Image level = Picture.of(
                ".....", //
                ".....", "abcde", ".....", ".....");
        Affine lean = new Affine(0, 0, 45, 1, 1, 0, 0, Interpolation.NEAREST, Border.CONSTANT, DOT);
        assertEquals(
                List.of(
                        "....e", //
                        "...d.", "..c..", ".b...", "a...."),
                Picture.rows(lean.apply(level)));
    }

    /**
     * Output places and where they look: torchvision's {@code _get_inverse_affine_matrix([0, 0], -25, [3, -4], 1.2, [-15, 10])}, whose
     * angle is clockwise, applied to the place less the centre (10, 8), plus the centre.
     */
    @ParameterizedTest
    @CsvSource({
        "10, 8, 5.972729837840723, 9.316567339618569",
        "3, 4, 3.7479371810441835, 3.146460188154647",
        "15, 9, 8.5608484182005, 12.43649456633429",
        "12, 3, 9.912706547222552, 6.821488698022421"
    })
    void looksWhereTorchvisionDoes(double x, double y, double sourceX, double sourceY) {
        Movement movement = new Affine(25, -15, 10, 1.2, 1, 3, -4, Interpolation.BILINEAR, Border.CONSTANT, DOT)
                .movement(new ImageSize(21, 17))
                .orElseThrow();
        Place source = movement.back(new Place(x, y)).orElseThrow();
        assertEquals(sourceX, source.x(), 1e-9);
        assertEquals(sourceY, source.y(), 1e-9);
    }

    @Test
    void scaleGrowsBothSidesAboutTheCentre() {
        Image picture = Picture.of(
                "abcde", //
                "fghij", "klmno", "pqrst", "uvwxy");
        // Three times as large: the centre is m, and its neighbours begin 1.5 pixels from there.
        assertEquals(
                List.of(
                        "ghhhi", //
                        "lmmmn", "lmmmn", "lmmmn", "qrrrs"),
                Picture.rows(affine(0, 0, 3, 1, 0, 0).apply(picture)));
        // A third: each pixel shows the one three times as far from the centre.
        assertEquals(
                List.of(
                        ".....", //
                        ".....", "..m..", ".....", "....."),
                Picture.rows(affine(0, 0, 1 / 3.0, 1, 0, 0).apply(picture)));
    }

    @Test
    void aspectWidensAndFlattensAtTheSameArea() {
        Image cross = Picture.of(
                "..b..", //
                "..b..", "aamcc", "..d..", "..d..");
        // Of an aspect of 9 widths are tripled and heights are a third: of five rows the middle one is left.
        assertEquals(
                List.of(
                        ".....", //
                        ".....", "ammmc", ".....", "....."),
                Picture.rows(affine(0, 0, 1, 9, 0, 0).apply(cross)));
    }

    @Test
    void theShiftComesLastAndIsNotTurned() {
        Image picture = Picture.of(
                "abc", //
                "def", "ghi");
        assertEquals(
                List.of(".cf", ".be", ".ad"),
                Picture.rows(affine(90, 0, 1, 1, 1, 0).apply(picture)));
    }

    /** Where a bright pixel goes, told by the matrices of shear, scale, turn and shift, one after the other. */
    @ParameterizedTest
    @CsvSource({
        "30, 0, 0, 1, 1, 0, 0",
        "0, 20, 0, 1, 1, 0, 0",
        "0, 0, 20, 1, 1, 0, 0",
        "0, 0, 0, 1.5, 1, 0, 0",
        "0, 0, 0, 1, 1.44, 0, 0",
        "25, -15, 0, 1.2, 0.9, 3, -4",
        "25, -15, 10, 1.2, 0.9, 3, -4",
        "-70, 30, -20, 1.1, 1.2, -2.5, 5.25"
    })
    void aPointGoesWhereTheMatricesSay(
            double degrees, double shear, double shearY, double scale, double aspect, double right, double down) {
        int side = 81;
        double x = 22 - 40;
        double y = 31 - 40;
        x -= y * Math.tan(Math.toRadians(shear));
        y -= x * Math.tan(Math.toRadians(shearY));
        x *= scale * Math.sqrt(aspect);
        y *= scale / Math.sqrt(aspect);
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        // Counter-clockwise as displayed, y downwards.
        double toX = cos * x + sin * y + right + 40;
        double toY = -sin * x + cos * y + down + 40;
        byte[] samples = new byte[side * side];
        for (int dy = -4; dy <= 4; dy++) {
            for (int dx = -4; dx <= 4; dx++) {
                samples[(31 + dy) * side + 22 + dx] = (byte) 200;
            }
        }
        Image moved = new Affine(
                        degrees,
                        shear,
                        shearY,
                        scale,
                        aspect,
                        right,
                        down,
                        Interpolation.BILINEAR,
                        Border.CONSTANT,
                        Fill.ZERO)
                .apply(Image.of(ImageSize.square(side), 1, samples));
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int level = moved.sample(column, row, 0);
                sum += level;
                sumX += level * (double) column;
                sumY += level * (double) row;
            }
        }
        // Sampling the spot's edge at whole pixels moves its centre of mass by less than this.
        assertEquals(toX, sumX / sum, 0.05);
        assertEquals(toY, sumY / sum, 0.05);
        // Areas grow by scale squared, whatever the shear and aspect.
        assertEquals(scale * scale, sum / (81 * 200), 0.03 * scale * scale);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertRefused("shear must lie in [-85, 85] degrees, got 90", 0, 90, 1, 1, 0);
        var steep = assertThrows(
                IllegalArgumentException.class,
                () -> new Affine(0, 0, -86, 1, 1, 0, 0, Interpolation.NEAREST, Border.CONSTANT, DOT));
        assertEquals("shear_y must lie in [-85, 85] degrees, got -86", steep.getMessage());
        assertRefused("scale must lie in [0.01, 100], got 0", 0, 0, 0, 1, 0);
        assertRefused("aspect must lie in [0.01, 100], got -1", 0, 0, 1, -1, 0);
        assertRefused("degrees must lie in [-360, 360], got NaN", Double.NaN, 0, 1, 1, 0);
        assertRefused("pixels must lie in [-65535, 65535], got 70000", 0, 0, 1, 1, 70_000);
    }

    private static void assertRefused(
            String message, double degrees, double shear, double scale, double aspect, double right) {
        var wrong = assertThrows(IllegalArgumentException.class, () -> affine(degrees, shear, scale, aspect, right, 0));
        assertEquals(message, wrong.getMessage());
    }
}
