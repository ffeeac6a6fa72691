package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PerspectiveTest {
    private static final ImageSize SIZE = new ImageSize(9, 7);

    private static Perspective perspective(Interpolation interpolation, Border border, int fill, double... corners) {
        return new Perspective(
                new Corner(corners[0], corners[1]),
                new Corner(corners[2], corners[3]),
                new Corner(corners[4], corners[5]),
                new Corner(corners[6], corners[7]),
                interpolation,
                border,
                new Fill(List.of(fill)));
    }

    private static Perspective bent(Interpolation interpolation) {
        return perspective(interpolation, Border.CONSTANT, 200, 0.1, 0.2, 0.85, 0.05, 0.95, 0.9, 0.2, 0.75);
    }

    private static Image picture() {
        byte[] samples = new byte[63];
        for (int i = 0; i < 63; i++) {
            int x = i % 9;
            int y = i / 9;
            samples[i] = (byte) (19 * x + 23 * y + 3 * x * y);
        }
        return Image.of(SIZE, 1, samples);
    }

    /**
     * By torchvision 0.28.0, {@code perspective} of the picture in doubles with startpoints (0, 0), (9, 0), (9, 7), (0, 7) and the
     * corners times 9 and 7 as endpoints; OpenCV's {@code warpPerspective} gives the same.
     */
    @Test
    void nearestPixelsAreThoseOfTorchvision() {
        String expected =
                """
                200 200 200 200 200 200 200 152 200
                200 19 38 76 95 155 177 199 200
                200 23 96 146 171 196 221 246 200
                200 69 125 153 209 237 9 37 200
                200 200 149 217 251 63 53 84 200
                200 200 200 249 30 67 141 178 200
                200 200 200 200 200 200 200 200 200
                """;
        assertArrayEquals(levels(expected), levels(bent(Interpolation.NEAREST).apply(picture())));
    }

    /** Likewise; but where a neighbour lies outside, torchvision counts the fill twice, and that is left out. */
    @Test
    void bilinearPixelsAreThoseOfTorchvision() {
        String expected =
                """
                200 200 200 200 187 154 138 143 200
                200 46 45 79 111 140 167 157 200
                200 38 83 122 158 189 217 219 188
                200 94 119 165 204 211 21 39 165
                200 159 154 207 190 74 65 93 148
                200 200 162 159 65 83 118 148 142
                200 200 200 200 200 200 200 200 177
                """;
        int[] levels = levels(bent(Interpolation.BILINEAR).apply(picture()));
        Movement movement = bent(Interpolation.BILINEAR).movement(SIZE).orElseThrow();
        int compared = 0;
        for (int i = 0; i < levels.length; i++) {
            int row = i / 9;
            Optional<Place> seen = movement.back(new Place(i % 9, row));
            if (seen.filter(place -> place.x() >= 0 && place.x() <= 8 && place.y() >= 0 && place.y() <= 6)
                    .isPresent()) {
                assertEquals(levels(expected)[i], levels[i], "pixel " + i);
                compared++;
            }
        }
        assertTrue(compared > 20, compared + " pixels were compared");
    }

    private static int[] levels(String text) {
        return Arrays.stream(text.trim().split("\\s+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static int[] levels(Image image) {
        int[] levels = new int[image.samples().length];
        Arrays.setAll(levels, i -> image.samples()[i] & 0xff);
        return levels;
    }

    /**
     * Output places and where they look: the eight equations of the four corners solved by NumPy in doubles. torchvision's {@code
     * _get_perspective_coeffs} gives the same to seven digits, for it rounds to floats.
     */
    @ParameterizedTest
    @CsvSource({
        "4, 3, 4.630676771863345, 3.146515483450767",
        "2, 1, 2.3272450287689797, 0.01973003714867616",
        "7, 5, 7.633984525267055, 5.640369729350999"
    })
    void looksWhereTheEquationsOfTheCornersSay(double x, double y, double sourceX, double sourceY) {
        Place seen = bent(Interpolation.NEAREST)
                .movement(SIZE)
                .orElseThrow()
                .back(new Place(x, y))
                .orElseThrow();
        assertEquals(sourceX, seen.x(), 1e-9);
        assertEquals(sourceY, seen.y(), 1e-9);
    }

    @Test
    void theFramesCornersGoWhereTheyAreTold() {
        Movement movement = bent(Interpolation.NEAREST).movement(SIZE).orElseThrow();
        assertPlace(0.9 - 0.5, 1.4 - 0.5, movement.forth(new Place(-0.5, -0.5)));
        assertPlace(7.65 - 0.5, 0.35 - 0.5, movement.forth(new Place(8.5, -0.5)));
        assertPlace(8.55 - 0.5, 6.3 - 0.5, movement.forth(new Place(8.5, 6.5)));
        assertPlace(1.8 - 0.5, 5.25 - 0.5, movement.forth(new Place(-0.5, 6.5)));
    }

    private static void assertPlace(double x, double y, Place place) {
        assertEquals(x, place.x(), 1e-12);
        assertEquals(y, place.y(), 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void cornersThatStayLeaveEveryLevel(Border border) {
        for (Interpolation interpolation : Interpolation.values()) {
            for (int[] size : new int[][] {{1, 1}, {7, 1}, {33, 20}}) {
                Image image = Picture.random(size[0], size[1], 3);
                Perspective still = perspective(interpolation, border, 0, 0, 0, 1, 0, 1, 1, 0, 1);
                assertArrayEquals(image.samples(), still.apply(image).samples());
            }
        }
    }

    /** Corners that make a parallelogram are an affine map: half as large about the centre. */
    @Test
    void aParallelogramIsAnAffineMap() {
        Image image = Picture.random(24, 18, 1);
        Perspective half =
                perspective(Interpolation.BICUBIC, Border.WRAP, 0, 0.25, 0.25, 0.75, 0.25, 0.75, 0.75, 0.25, 0.75);
        Scale scale = new Scale(0.5, Interpolation.BICUBIC, Border.WRAP, Fill.ZERO);
        assertArrayEquals(scale.apply(image).samples(), half.apply(image).samples());
    }

    /**
     * The upper corners come together: lines meet above the picture's upper edge, at height 0.4 of the frame, and above that there is
     * nothing of the plane, whatever the border.
     */
    @ParameterizedTest
    @EnumSource
    void behindTheHorizonThereIsTheFill(Border border) {
        // The sides x = 0.5 − 0.5 t and x = 0.5 + 0.5 t meet at t = 0; the corners are at t = 0.2 and t = 1 of the way
        // from 0.4 to 1.
        Perspective road = perspective(Interpolation.NEAREST, border, 9, 0.4, 0.52, 0.6, 0.52, 1, 1, 0, 1);
        Image image = Picture.constant(100, 100, 3, 77);
        Image seen = road.apply(image);
        Movement movement = road.movement(image.size()).orElseThrow();
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                if (y < 40) {
                    assertEquals(9, seen.sample(x, y, 0));
                    assertEquals(Optional.empty(), movement.back(new Place(x, y)));
                } else if (border != Border.CONSTANT) {
                    assertEquals(77, seen.sample(x, y, 0), x + ", " + y);
                }
            }
        }
        assertEquals(77, seen.sample(50, 80, 0));
    }

    /** Of a box on the way that lies outside of the frame corners may be there. */
    @Test
    void whatIsBehindIsFarAway() {
        Movement road = perspective(Interpolation.NEAREST, Border.CONSTANT, 0, 0, 0, 1, 0, 0.6, 0.48, 0.4, 0.48)
                .movement(ImageSize.square(100))
                .orElseThrow();
        // Its lower edge is the far one, and so what lies far above it is behind who looks.
        Place far = road.forth(new Place(20, -1000));
        assertTrue(Double.isFinite(far.x()) && Double.isFinite(far.y()));
        assertTrue(Math.abs(far.x()) > 1e6 && Math.abs(far.y()) > 1e6, far.toString());
    }

    @Test
    void cornersThatFoldThePictureAreRefused() {
        String start = "the corners must make a convex quadrilateral, clockwise from the upper left one, got ";
        assertEquals(
                start + "(0.4, 0.4), (0.6, 0.0), (1.0, 1.0), (0.0, 0.6)",
                refused(() -> perspective(Interpolation.NEAREST, Border.WRAP, 0, 0.4, 0.4, 0.6, 0, 1, 1, 0, 0.6)));
        // Left and right have changed places.
        assertEquals(
                start + "(1.0, 0.0), (0.0, 0.0), (0.0, 1.0), (1.0, 1.0)",
                refused(() -> perspective(Interpolation.NEAREST, Border.WRAP, 0, 1, 0, 0, 0, 0, 1, 1, 1)));
        assertEquals("x must lie in [-10, 10] widths, got NaN", refused(() -> new Corner(Double.NaN, 0)));
        assertEquals("y must lie in [-10, 10] heights, got 11", refused(() -> new Corner(0, 11)));
    }

    private static String refused(org.junit.jupiter.api.function.Executable making) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, making).getMessage());
    }
}
