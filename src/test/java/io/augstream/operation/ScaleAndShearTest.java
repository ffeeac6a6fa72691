package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.Image;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleAndShearTest {
    private static final Fill DOT = new Fill(List.of((int) '.'));

    @Test
    void aFactorAboveOneGrowsBothSides() {
        Image picture = Picture.of(
                "abcde", //
                "fghij", "klmno", "pqrst", "uvwxy");
        assertEquals(
                List.of(
                        "ghhhi", //
                        "lmmmn", "lmmmn", "lmmmn", "qrrrs"),
                Picture.rows(new Scale(3, Interpolation.NEAREST, Border.CONSTANT, DOT).apply(picture)));
    }

    @Test
    void horizontalShearLeansUprightLinesToTheRight() {
        Image upright = Picture.of(
                "..a..", //
                "..b..", "..c..", "..d..", "..e..");
        assertEquals(
                List.of(
                        "....a", //
                        "...b.", "..c..", ".d...", "e...."),
                Picture.rows(
                        new Shear(45, Axis.HORIZONTAL, Interpolation.NEAREST, Border.CONSTANT, DOT).apply(upright)));
    }

    @Test
    void verticalShearRaisesTheRight() {
        Image level = Picture.of(
                ".....", //
                ".....", "abcde", ".....", ".....");
        assertEquals(
                List.of(
                        "....e", //
                        "...d.", "..c..", ".b...", "a...."),
                Picture.rows(new Shear(45, Axis.VERTICAL, Interpolation.NEAREST, Border.CONSTANT, DOT).apply(level)));
    }

    @Test
    void whatChangesNothingChangesNothing() {
        Image image = Picture.random(13, 8, 3);
        for (Interpolation interpolation : Interpolation.values()) {
            assertArrayEquals(
                    image.samples(),
                    new Scale(1, interpolation, Border.CONSTANT, DOT)
                            .apply(image)
                            .samples());
            for (Axis axis : Axis.values()) {
                assertArrayEquals(
                        image.samples(),
                        new Shear(0, axis, interpolation, Border.CONSTANT, DOT)
                                .apply(image)
                                .samples());
            }
        }
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        var small = assertThrows(
                IllegalArgumentException.class, () -> new Scale(0, Interpolation.NEAREST, Border.CONSTANT, DOT));
        assertEquals("factor must lie in [0.01, 100], got 0", small.getMessage());
        var steep = assertThrows(
                IllegalArgumentException.class,
                () -> new Shear(86, Axis.VERTICAL, Interpolation.NEAREST, Border.CONSTANT, DOT));
        assertEquals("degrees must lie in [-85, 85], got 86", steep.getMessage());
    }
}
