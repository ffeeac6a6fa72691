package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothTest {
    @Test
    void gaussianOfAnImpulseIsItsKernelAlongBothAxes() {
        double sigma = 1.3;
        Image blurred = new GaussianBlur(sigma, 7, Border.REFLECT101).apply(Picture.impulse(15, 7, 7, 255));
        double sum = 0;
        for (int d = -3; d <= 3; d++) {
            sum += bell(d, sigma);
        }
        for (int y = 0; y < 15; y++) {
            for (int x = 0; x < 15; x++) {
                boolean inKernel = Math.abs(x - 7) <= 3 && Math.abs(y - 7) <= 3;
                double expected = inKernel ? 255 * bell(x - 7, sigma) * bell(y - 7, sigma) / (sum * sum) : 0;
                assertEquals(expected, blurred.sample(x, y, 0), 0.5 + 1e-9);
            }
        }
    }

    private static double bell(double distance, double sigma) {
        return Math.exp(-distance * distance / (2 * sigma * sigma));
    }

    @Test
    void kernelSizeAndSigmaFollowFromEachOtherAsDocumented() {
        assertEquals(7, GaussianBlur.kernelSizeFor(1));
        assertEquals(9, GaussianBlur.kernelSizeFor(1.1));
        assertEquals(1, GaussianBlur.kernelSizeFor(0));
        // OpenCV's getGaussianKernel documentation: sigma = 0.3*((ksize-1)*0.5 - 1) + 0.8
        assertEquals(0.8, GaussianBlur.sigmaFor(3), 1e-12);
        assertEquals(1.1, GaussianBlur.sigmaFor(5), 1e-12);
        assertEquals(1.4, GaussianBlur.sigmaFor(7), 1e-12);
    }

    @Test
    void sigmaZeroChangesNothing() {
        Image image = Picture.random(9, 5, 3);
        for (int kernelSize : new int[] {1, 5}) {
            Image blurred = new GaussianBlur(0, kernelSize, Border.REFLECT101).apply(image);
            assertArrayEquals(image.samples(), blurred.samples());
        }
    }

    @Test
    void constantPictureStaysConstant() {
        for (int level : new int[] {0, 1, 127, 128, 254, 255}) {
            Image constant = Picture.constant(11, 6, 4, level);
            for (Operation smooth : List.of(
                    new GaussianBlur(2.2, 15, Border.REFLECT101),
                    new BoxBlur(7, Border.SYMMETRIC),
                    new MedianBlur(5, Border.REPLICATE),
                    new MotionBlur(9, 33, Border.WRAP))) {
                assertArrayEquals(constant.samples(), smooth.apply(constant).samples(), smooth + " at " + level);
            }
        }
    }

    @Test
    void constantBorderIsBlackOutside() {
        Image white = Picture.constant(3, 3, 1, 255);
        // Of the 3 x 3 square around a corner 4 pixels lie inside, around an edge 6.
        Image blurred = new BoxBlur(3, Border.CONSTANT).apply(white);
        assertEquals(Math.round(255 * 4 / 9.0), blurred.sample(0, 0, 0));
        assertEquals(Math.round(255 * 6 / 9.0), blurred.sample(1, 0, 0));
        assertEquals(255, blurred.sample(1, 1, 0));
        assertEquals(0, new MedianBlur(3, Border.CONSTANT).apply(white).sample(0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 9})
    void boxIsTheMeanOfTheSquare(int side) {
        Image image = Picture.random(8, 6, 3);
        Image blurred = new BoxBlur(side, Border.REPLICATE).apply(image);
        for (int i = 0; i < image.samples().length; i++) {
            int[] square = square(image, i, side, Border.REPLICATE);
            double mean = Arrays.stream(square).average().orElseThrow();
            assertEquals(mean, blurred.samples()[i] & 0xff, 0.5 + 1e-9);
        }
    }

    @ParameterizedTest
    @EnumSource(Border.class)
    void medianIsTheMiddleOfTheSortedSquare(Border border) {
        for (int side : new int[] {1, 3, 7, 31}) {
            for (int channels : new int[] {1, 3}) {
                for (ImageSize size : List.of(new ImageSize(40, 9), new ImageSize(8, 33), new ImageSize(2, 3))) {
                    Image image = Picture.random(size.width(), size.height(), channels);
                    String told = side + " on " + size + " with " + channels + " channels";
                    assertArrayEquals(
                            medians(image, border, side),
                            new MedianBlur(side, border).apply(image).samples(),
                            told);
                    Image deep = image.at(Depth.SIXTEEN_BIT);
                    Image blurred = new MedianBlur(side, border).apply(deep).at(Depth.EIGHT_BIT);
                    assertArrayEquals(medians(image, border, side), blurred.samples(), told + ", 16 bits");
                }
            }
        }
    }

    private static byte[] medians(Image image, Border border, int side) {
        byte[] medians = new byte[image.length()];
        for (int i = 0; i < medians.length; i++) {
            int[] square = square(image, i, side, border);
            Arrays.sort(square);
            medians[i] = (byte) square[square.length / 2];
        }
        return medians;
    }

    /** The samples around the i-th one, and beyond the picture what the border shows there. */
    private static int[] square(Image image, int i, int side, Border border) {
        int pixel = i / image.channels();
        int[] square = new int[side * side];
        for (int tap = 0; tap < square.length; tap++) {
            int x = inside(pixel % image.width() + tap % side - side / 2, image.width(), border);
            int y = inside(pixel / image.width() + tap / side - side / 2, image.height(), border);
            square[tap] = x < 0 || y < 0 ? 0 : image.sample(x, y, i % image.channels());
        }
        return square;
    }

    /** Goes back to the picture step by step, as the borders are defined; -1 where nothing of it is shown. */
    private static int inside(int place, int length, Border border) {
        int at = place;
        while (at < 0 || at >= length) {
            if (border == Border.CONSTANT) {
                return -1;
            }
            int end = at < 0 ? 0 : length - 1;
            at = switch (border) {
                case CONSTANT -> throw new AssertionError();
                case REPLICATE -> end;
                case REFLECT101 -> length == 1 ? 0 : 2 * end - at;
                case SYMMETRIC -> at < 0 ? -1 - at : 2 * length - 1 - at;
                case WRAP -> at < 0 ? at + length : at - length;
            };
        }
        return at;
    }

    @Test
    void medianRemovesASpeckAndKeepsAnEdge() {
        Image picture = Picture.of(
                "aaazz", //
                "aXazz", "aaazz");
        assertEquals(
                List.of("aaazz", "aaazz", "aaazz"), Picture.rows(new MedianBlur(3, Border.REPLICATE).apply(picture)));
    }

    @Test
    void horizontalMotionSpreadsAPointAlongItsRow() {
        Image blurred = new MotionBlur(5, 0, Border.REFLECT101).apply(Picture.impulse(9, 4, 4, 250));
        for (int y = 0; y < 9; y++) {
            for (int x = 0; x < 9; x++) {
                int expected = y == 4 && x >= 2 && x <= 6 ? 50 : 0;
                assertEquals(expected, blurred.sample(x, y, 0), "at " + x + ", " + y);
            }
        }
    }

    @Test
    void verticalMotionSpreadsAPointAlongItsColumn() {
        Image blurred = new MotionBlur(3, 90, Border.REFLECT101).apply(Picture.impulse(5, 2, 2, 240));
        for (int y = 0; y < 5; y++) {
            assertEquals(y >= 1 && y <= 3 ? 80 : 0, blurred.sample(2, y, 0));
            assertEquals(0, blurred.sample(1, y, 0));
        }
    }

    @Test
    void motionOfPositiveDegreesRisesToTheRight() {
        Image blurred = new MotionBlur(9, 45, Border.REFLECT101).apply(Picture.impulse(15, 7, 7, 255));
        assertEquals(blurred.sample(9, 5, 0), blurred.sample(5, 9, 0));
        assertEquals(0, blurred.sample(9, 9, 0));
        assertEquals(0, blurred.sample(5, 5, 0));
        // 4 cos 45° = 2.83 pixels out: the last of nine points, shared by the pixels around it.
        assertEquals(255 / 9.0 * 0.83 * 0.83 * 1.2, blurred.sample(10, 4, 0), 4);
    }

    @Test
    void motionOfLengthOneChangesNothing() {
        Image image = Picture.random(6, 7, 3);
        assertArrayEquals(
                image.samples(),
                new MotionBlur(1, 77, Border.REFLECT101).apply(image).samples());
    }

    @Test
    void evenLengthStaysCentred() {
        // Two points half a pixel left and right, each shared by two pixels: 1/4, 1/2, 1/4.
        Image blurred = new MotionBlur(2, 0, Border.REFLECT101).apply(Picture.impulse(5, 2, 2, 200));
        assertEquals(
                List.of(0, 50, 100, 50, 0),
                List.of(0, 1, 2, 3, 4).stream()
                        .map(x -> blurred.sample(x, 2, 0))
                        .toList());
    }

    @Test
    void kernelMayBeLargerThanThePicture() {
        Image image = Picture.random(2, 1, 1);
        for (Border border : Border.values()) {
            assertEquals(
                    image.size(), new GaussianBlur(4, 25, border).apply(image).size());
            assertEquals(image.size(), new MedianBlur(9, border).apply(image).size());
        }
        double mean = (image.sample(0, 0, 0) + image.sample(1, 0, 0)) / 2.0;
        // Tiled, a kernel of deviation 4 sees both pixels alike.
        assertEquals(mean, new GaussianBlur(4, 25, Border.WRAP).apply(image).sample(0, 0, 0), 1);
    }
}
