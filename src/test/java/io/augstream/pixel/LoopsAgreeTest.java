package io.augstream.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.random.CounterRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector loops against the scalar ones, byte by byte, at widths around that of a vector and beyond. */
class LoopsAgreeTest {
    private static final int[] WIDTHS = {1, 2, 3, 5, 7, 8, 15, 16, 17, 21, 31, 32, 33, 47, 63, 64, 65, 70, 127, 200, 683
    };

    /** Beyond what a loop was asked for, nothing may change. */
    private static final byte UNTOUCHED = 77;

    private static byte[] bytes(long key, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) CounterRandom.at(key, i);
        }
        return bytes;
    }

    private static byte[] untouched(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, UNTOUCHED);
        return bytes;
    }

    private static double[] kernel(int size) {
        double[] kernel = new double[size];
        for (int i = 0; i < size; i++) {
            kernel[i] = 1 + Math.min(i, size - 1 - i);
        }
        double sum = Arrays.stream(kernel).sum();
        Arrays.setAll(kernel, i -> kernel[i] / sum);
        return kernel;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void noiseIsTheSame(int channels) {
        CounterRandom random = new CounterRandom(channels);
        for (int pixels : WIDTHS) {
            double deviation = random.nextDouble() * 255;
            boolean perChannel = random.nextBoolean();
            long key = random.nextLong();
            int first = random.nextInt(1 << 27);
            byte[] levels = bytes(pixels, 2 + pixels * channels);
            byte[][] noisy = new byte[2][];
            for (int i = 0; i < 2; i++) {
                NoiseLoops loops = i == 0 ? new ScalarNoise() : new VectorNoise();
                noisy[i] = untouched(pixels * channels + 8);
                new GaussianField(loops, key, deviation, channels, perChannel)
                        .add(levels, 2, first, pixels, noisy[i], 3, new NoiseScratch());
            }
            assertArrayEquals(noisy[0], noisy[1], pixels + " pixels");
            assertEquals(UNTOUCHED, noisy[1][2]);
            assertEquals(UNTOUCHED, noisy[1][3 + pixels * channels]);
        }
    }

    @Test
    void noiseDoesNotDependOnWhereItIsCut() {
        byte[] levels = bytes(1, 3 * 5000);
        byte[] whole = new byte[levels.length];
        byte[] parts = new byte[levels.length];
        GaussianField field = new GaussianField(9, 25.5, 3, true);
        field.add(levels, 0, 0, 5000, whole, 0, new NoiseScratch());
        NoiseScratch scratch = new NoiseScratch();
        for (int pixel = 0; pixel < 5000; pixel += 37) {
            field.add(levels, 3 * pixel, pixel, Math.min(37, 5000 - pixel), parts, 3 * pixel, scratch);
        }
        assertArrayEquals(whole, parts);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void filteringIsTheSame(int channels) {
        for (int width : WIDTHS) {
            for (int size : new int[] {1, 3, 5, 7, 9, 31, 101}) {
                Edge edge = Edge.values()[(width + size) % 4];
                assertArrayEquals(
                        filtered(new ScalarFilter(), width, channels, edge, size),
                        filtered(new VectorFilter(), width, channels, edge, size),
                        width + " pixels, kernel " + size + ", edge " + edge);
            }
        }
    }

    private static byte[] filtered(FilterLoops loops, int width, int channels, Edge edge, int size) {
        RowFilter filter = new RowFilter(loops, kernel(size), width, 4, channels, edge, new Scratch());
        int row = width * channels;
        byte[] picture = bytes(width + size, 4 * row);
        byte[] result = untouched(5 * row);
        for (int y = 0; y < 4; y++) {
            while (filter.pushed() < filter.wanted()) {
                filter.push(picture, filter.pushed() * row);
            }
            filter.pull(result, y * row);
        }
        assertEquals(UNTOUCHED, result[4 * row]);
        return result;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void mirroringIsTheSame(int channels) {
        for (int pixels : WIDTHS) {
            byte[] row = bytes(pixels, pixels * channels + 2);
            byte[] scalar = untouched(row.length + 8);
            byte[] vector = untouched(row.length + 8);
            new ScalarMirror().row(row, 2, pixels, channels, scalar, 5);
            new VectorMirror().row(row, 2, pixels, channels, vector, 5);
            assertArrayEquals(scalar, vector, pixels + " pixels");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void scalingIsTheSame(int channels) {
        double[] scale = {0.017, 0.5, 1 / 255.0, 3};
        double[] shift = {-2.1, 0, -0.4, 7};
        float[] table = new float[channels * 256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) (i % 256 * scale[i / 256] + shift[i / 256]);
        }
        for (int pixels : WIDTHS) {
            byte[] levels = bytes(pixels, pixels * channels + 1);
            float[][] scaled = new float[4][pixels * channels + 40];
            for (int i = 0; i < 2; i++) {
                ScalingLoops loops = i == 0 ? new ScalarScaling() : new VectorScaling();
                ChannelScaling scaling = new ChannelScaling(
                        loops, table, Arrays.copyOf(scale, channels), Arrays.copyOf(shift, channels));
                scaling.interleaved(levels, 1, pixels, scaled[i], 3);
                scaling.planes(levels, 1, pixels, scaled[2 + i], 3, pixels + 4, new byte[scaling.room(pixels)]);
            }
            assertArrayEquals(scaled[0], scaled[1], pixels + " pixels");
            assertArrayEquals(scaled[2], scaled[3], pixels + " pixels in planes");
        }
    }
}
