package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.image.ResizeFilter;
import io.augstream.image.SeparableResize;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResizeTest {
    private static Image resized(Image image, int width, int height, ResizeFilter filter, boolean antialias) {
        return new Resize(new ImageSize(width, height), filter, antialias).apply(image);
    }

    /**
     * The picture 37x + 91y + 13xy modulo 256 of 7 x 5 pixels. With antialias by Pillow 12.3.0 in floats (mode F), which are not rounded and
     * cut between the axes as its bytes are; without by torchvision 0.28.0 in floats; area by OpenCV in doubles, where both sides shrink or
     * stay.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nearest | true | 4 | 3 | 0 74 148 222 182 52 178 48 108 30 208 130",
                "nearest | true | 10 | 8 | 0 37 37 74 111 111 148 185 185 222 0 37 37 74 111 111 148 185 185 "
                        + "222 91 141 141 191 241 241 35 85 85 135 182 245 245 52 115 115 178 241 241 48 182 245 245 52 "
                        + "115 115 178 241 241 48 17 93 93 169 245 245 65 141 141 217 108 197 197 30 119 119 208 41 41 "
                        + "130 108 197 197 30 119 119 208 41 41 130",
                "nearest | true | 3 | 9 | 37 111 185 37 111 185 141 241 85 141 241 85 245 115 241 93 245 141 93 "
                        + "245 141 197 119 41 197 119 41",
                "nearest | true | 1 | 1 | 115",
                "bilinear | true | 4 | 3 | 61 128 127 162 151 142 148 140 106 126 142 131",
                "bilinear | true | 10 | 8 | 0 20 46 72 98 124 150 176 202 222 40 63 93 123 153 144 101 131 160 "
                        + "184 97 125 156 181 215 167 46 82 110 130 154 186 183 101 134 147 136 178 140 75 130 167 170 94 "
                        + "132 151 146 193 161 101 27 69 117 159 211 179 76 128 174 206 68 114 136 94 145 164 142 100 122 "
                        + "168 108 157 155 38 88 150 200 83 81 130",
                "bilinear | true | 3 | 9 | 32 111 190 66 129 158 123 160 103 155 150 122 181 130 159 126 152 "
                        + "155 87 164 147 114 136 123 129 119 109",
                "bilinear | true | 1 | 1 | 134",
                "bicubic | true | 4 | 3 | 57 131 126 163 155 149 149 138 103 127 143 129",
                "bicubic | true | 10 | 8 | 0 10 39 64 88 120 158 184 211 230 29 50 86 125 163 147 96 124 166 "
                        + "195 94 122 159 187 240 178 34 70 111 132 169 213 204 88 120 146 145 201 138 47 137 185 185 81 "
                        + "118 150 156 223 169 82 16 56 114 165 236 190 64 122 184 217 59 113 141 91 148 175 143 82 116 "
                        + "179 109 174 171 23 66 158 215 67 64 129",
                "bicubic | true | 3 | 9 | 18 106 204 55 128 164 126 164 95 169 151 113 182 127 160 124 153 163 "
                        + "80 169 150 111 135 122 131 115 107",
                "bicubic | true | 1 | 1 | 133",
                "lanczos | true | 4 | 3 | 57 132 126 158 154 157 149 136 98 129 142 130",
                "lanczos | true | 10 | 8 | 0 10 39 57 77 117 167 193 216 230 22 38 82 129 178 147 88 107 171 "
                        + "205 98 125 163 185 251 176 32 59 117 126 178 236 216 86 109 149 150 209 127 27 128 186 181 79 "
                        + "111 149 159 245 179 79 17 53 116 163 248 186 61 113 196 216 48 107 138 96 151 187 135 64 116 "
                        + "192 110 191 177 18 35 176 222 71 51 128",
                "lanczos | true | 3 | 9 | 11 103 214 52 129 162 125 163 92 185 153 103 177 130 162 121 155 171 "
                        + "82 168 144 106 136 122 132 112 110",
                "lanczos | true | 1 | 1 | 132",
                "bilinear | false | 4 | 3 | 46 118 116 178 206 60 170 120 109 87 160 127",
                "bilinear | false | 10 | 8 | 0 20 46 72 98 124 150 176 202 222 40 63 93 123 153 144 101 131 160 "
                        + "184 97 125 156 181 215 167 46 82 110 130 154 186 183 101 134 147 136 178 140 75 130 167 170 94 "
                        + "132 151 146 193 161 101 27 69 117 159 211 179 76 128 174 206 68 114 136 94 145 164 142 100 122 "
                        + "168 108 157 155 38 88 150 200 83 81 130",
                "bilinear | false | 3 | 9 | 25 111 197 58 154 165 113 227 112 169 185 135 224 115 177 137 187 "
                        + "171 79 231 156 134 161 103 167 119 71",
                "bilinear | false | 1 | 1 | 115",
                "bicubic | false | 4 | 3 | 35 127 108 182 217 44 168 122 106 84 165 125",
                "bicubic | false | 10 | 8 | 0 8 38 61 83 121 162 184 214 233 28 49 90 132 177 149 86 110 161 "
                        + "197 96 124 163 185 247 175 33 66 111 130 174 226 207 90 116 147 146 204 140 38 134 190 182 81 "
                        + "114 151 157 231 179 81 16 56 118 163 243 187 62 118 186 217 49 107 137 98 158 181 133 77 116 "
                        + "190 109 186 170 22 53 167 218 69 52 129",
                "bicubic | false | 3 | 9 | 11 98 210 45 159 167 102 237 110 201 189 133 247 115 187 139 191 199 "
                        + "60 242 161 137 166 88 200 106 38",
                "bicubic | false | 1 | 1 | 115",
                "area | true | 4 | 3 | 54 127 126 169 158 134 147 138 108 120 146 129",
                "area | true | 3 | 2 | 99 135 148 121 139 136",
                "area | true | 1 | 1 | 130",
                "area | true | 7 | 2 | 73 120 116 164 109 156 152 86 165 90 169 145 121 148"
            })
    void levelsAreThoseOfThePeers(String filter, boolean antialias, int width, int height, String levels) {
        byte[] samples = new byte[35];
        for (int i = 0; i < 35; i++) {
            int x = i % 7;
            int y = i / 7;
            samples[i] = (byte) (37 * x + 91 * y + 13 * x * y);
        }
        Image image = Image.of(new ImageSize(7, 5), 1, samples);
        ResizeFilter asked = ResizeFilter.valueOf(filter.toUpperCase(Locale.ROOT));
        Image resized = resized(image, width, height, asked, antialias);
        int[] expected =
                Arrays.stream(levels.split(" ")).mapToInt(Integer::parseInt).toArray();
        for (int i = 0; i < expected.length; i++) {
            // The bilinear map is drawn in whole numbers.
            int tolerance = asked == ResizeFilter.BILINEAR ? 1 : 0;
            assertEquals(expected[i], resized.samples()[i] & 0xff, tolerance, "sample " + i);
        }
    }

    /** Each pixel as the sum over all pixels of the source, in doubles. */
    @ParameterizedTest
    @CsvSource({"40, 9", "13, 70", "90, 61", "1, 1", "57, 30"})
    void levelsAreTheNormalisedSumOverTheWholePicture(int width, int height) {
        Image image = Picture.random(57, 31, 3);
        assertIsSum(image, width, height, ResizeFilter.BILINEAR, x -> Math.max(0, 1 - Math.abs(x)));
        assertIsSum(image, width, height, ResizeFilter.BICUBIC, x -> {
            double d = Math.abs(x);
            return d < 1 ? 1.5 * d * d * d - 2.5 * d * d + 1 : d < 2 ? -0.5 * d * d * d + 2.5 * d * d - 4 * d + 2 : 0;
        });
        assertIsSum(
                image,
                width,
                height,
                ResizeFilter.LANCZOS,
                x -> x == 0
                        ? 1
                        : Math.abs(x) >= 3
                                ? 0
                                : 3 * Math.sin(Math.PI * x) * Math.sin(Math.PI * x / 3) / (Math.PI * Math.PI * x * x));
    }

    private static void assertIsSum(
            Image image, int width, int height, ResizeFilter filter, DoubleUnaryOperator kernel) {
        Image resized = resized(image, width, height, filter, true);
        double[][] across = weights(image.width(), width, kernel);
        double[][] down = weights(image.height(), height, kernel);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    double sum = 0;
                    for (int v = 0; v < image.height(); v++) {
                        for (int u = 0; u < image.width(); u++) {
                            sum += down[y][v] * across[x][u] * image.sample(u, v, channel);
                        }
                    }
                    // Half a level of rounding; whole numbers of the growing bilinear map cost another half.
                    double expected = Math.max(0, Math.min(255, sum));
                    assertEquals(expected, resized.sample(x, y, channel), filter == ResizeFilter.BILINEAR ? 1 : 0.501);
                }
            }
        }
    }

    private static double[][] weights(int from, int to, DoubleUnaryOperator kernel) {
        double scale = Math.max(1, (double) from / to);
        double[][] weights = new double[to][from];
        for (int i = 0; i < to; i++) {
            double sum = 0;
            for (int j = 0; j < from; j++) {
                weights[i][j] = kernel.applyAsDouble((j + 0.5 - (i + 0.5) * from / to) / scale);
                sum += weights[i][j];
            }
            for (int j = 0; j < from; j++) {
                weights[i][j] /= sum;
            }
        }
        // An axis that keeps its length is left alone, which these kernels do as well.
        return weights;
    }

    @ParameterizedTest
    @EnumSource
    void theSameSizeIsTheSameImage(ResizeFilter filter) {
        Image image = Picture.random(9, 7, 4);
        assertSame(image, resized(image, 9, 7, filter, true));
        // And the engine itself changes nothing along an axis that stays.
        for (boolean antialias : new boolean[] {true, false}) {
            assertArrayEquals(
                    image.samples(),
                    new SeparableResize(image.size(), image.size(), 4, filter, antialias)
                            .apply(image, 0, 0)
                            .samples());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPictureOfOneLevelKeepsIt(ResizeFilter filter) {
        for (int level : new int[] {0, 1, 77, 128, 254, 255}) {
            for (int[] size : new int[][] {{1, 1}, {5, 3}, {8, 60}, {70, 2}, {201, 150}}) {
                for (boolean antialias : new boolean[] {true, false}) {
                    for (int channels : new int[] {1, 3, 4}) {
                        Image resized =
                                resized(Picture.constant(31, 23, channels, level), size[0], size[1], filter, antialias);
                        for (byte sample : resized.samples()) {
                            assertEquals(level, sample & 0xff);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void onePixelGrowsToManyAlike(ResizeFilter filter) {
        Image dot = Image.of(ImageSize.square(1), 3, new byte[] {10, (byte) 200, 77});
        Image grown = resized(dot, 3, 2, filter, true);
        for (int pixel = 0; pixel < 6; pixel++) {
            assertArrayEquals(dot.samples(), Arrays.copyOfRange(grown.samples(), 3 * pixel, 3 * pixel + 3));
        }
    }

    /** 16 bits are not those of eight in between, and floats are neither rounded nor clipped. */
    @Test
    void deeperPicturesKeepTheirDepth() {
        Image sixteen = Image.of(new ImageSize(2, 2), 1, new short[] {1000, 1001, 1002, 1009});
        assertArrayEquals(
                new short[] {1003},
                resized(sixteen, 1, 1, ResizeFilter.AREA, true).shorts());
        Image floats = Image.of(new ImageSize(2, 1), 1, new float[] {-1.5f, 4f});
        assertArrayEquals(
                new float[] {1.25f},
                resized(floats, 1, 1, ResizeFilter.BILINEAR, true).floats());
        // Whatever the size, a level that no binary fraction is comes out as it went in.
        Image tenth = Image.of(new ImageSize(2, 3), 1, new float[] {0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f});
        for (ResizeFilter filter : ResizeFilter.values()) {
            for (float level : resized(tenth, 7, 5, filter, true).floats()) {
                assertEquals(0.1f, level, filter.toString());
            }
        }
    }

    @Test
    void areaOfHalfTheSizeIsTheMeanOfFour() {
        Image image = Image.of(new ImageSize(4, 2), 1, new byte[] {0, 10, 8, 8, 20, 31, 8, 9});
        // 61 / 4 and 33 / 4.
        assertArrayEquals(
                new byte[] {15, 8},
                resized(image, 2, 1, ResizeFilter.AREA, true).samples());
    }

    @Test
    void nearestTakesThePixelOfTheCentreAndTheRightOneInBetween() {
        assertEquals(List.of("bdf"), Picture.rows(resized(Picture.of("abcdef"), 3, 1, ResizeFilter.NEAREST, true)));
        assertEquals(List.of("aabbb"), Picture.rows(resized(Picture.of("ab"), 5, 1, ResizeFilter.NEAREST, true)));
    }

    /** Half-way between pixels a map in doubles may fall to either side, and the mask's label would be another than the picture's. */
    @Test
    void masksAreTheNearestPixelsAtAnySize() {
        for (int from = 1; from <= 60; from++) {
            Image ramp = Picture.random(from, 1, 1);
            for (int to = 1; to <= 60; to++) {
                Resize resize = new Resize(new ImageSize(to, 1), ResizeFilter.NEAREST, true);
                Image resized = resize.apply(ramp);
                Movement movement = resize.movement(ramp.size()).orElseThrow();
                for (int x = 0; x < to; x++) {
                    Place place = movement.back(new Place(x, 0)).orElseThrow();
                    assertEquals(resized.sample(x, 0, 0), ramp.sample((int) Math.floor(place.x() + 0.5), 0, 0));
                }
            }
        }
    }

    /** Of the source no more than a window of rows is asked for at once, each in its turn. */
    @Test
    void rowsAreAskedForInTheirOrderAndOnce() {
        int[] last = {-1};
        int[] made = {0};
        new SeparableResize(new ImageSize(4, 1000), new ImageSize(2, 7), 1, ResizeFilter.LANCZOS, true)
                .run(
                        (y, levels) -> {
                            assertEquals(last[0] + 1, y);
                            last[0] = y;
                            Arrays.fill(levels, y);
                        },
                        (y, levels) -> {
                            assertEquals(made[0]++, y);
                            assertTrue(levels[0] > 100 * y, "rises with the rows");
                        });
        assertEquals(999, last[0]);
        assertEquals(7, made[0]);
    }

    @Test
    void aSizeThatNoArrayHoldsIsRefused() {
        Resize huge = new Resize(ImageSize.square(65_535), ResizeFilter.LANCZOS, true);
        var wrong = assertThrows(MisfitException.class, () -> huge.apply(Picture.random(2, 2, 3)));
        assertEquals(
                "a picture of 65535x65535 with 3 channels would arise, which is too large: it has 12884508675 samples,"
                        + " the limit is 2147483639",
                wrong.getMessage());
    }
}
