package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.Luma;
import java.util.Arrays;
import java.util.function.Function;

/**
 * How many pixels have each level, for each colour of an image; alpha is not counted, and does not weigh.
 *
 * @param counts [colour][level]
 */
record Histogram(int[][] counts) {
    /** Of what {@code table} makes of {@code image}. */
    static Histogram of(Image image, LevelTable table) {
        int channels = image.channels();
        int[][] counts = new int[Math.min(channels, 3)][LevelTable.LEVELS];
        byte[] samples = image.samples();
        for (int colour = 0; colour < counts.length; colour++) {
            int[] seen = new int[LevelTable.LEVELS];
            for (int i = colour; i < samples.length; i += channels) {
                seen[samples[i] & 0xff]++;
            }
            for (int level = 0; level < seen.length; level++) {
                counts[colour][table.level(colour, level)] += seen[level];
            }
        }
        return new Histogram(counts);
    }

    /** A table of levels for each colour, made of its counts. */
    byte[][] tables(Function<int[], byte[]> maker) {
        return Arrays.stream(counts).map(maker).toArray(byte[][]::new);
    }

    /** The mean luma, rounded to the nearest level; luma is linear, so the colours' means are enough. */
    int meanLuma() {
        long[] sums = new long[counts.length];
        long pixels = 0;
        for (int colour = 0; colour < sums.length; colour++) {
            pixels = 0;
            for (int level = 0; level < LevelTable.LEVELS; level++) {
                sums[colour] += (long) level * counts[colour][level];
                pixels += counts[colour][level];
            }
        }
        long sum = sums.length == 1 ? sums[0] * Luma.WHOLE : Luma.of(sums[0], sums[1], sums[2]);
        long all = pixels * Luma.WHOLE;
        return (int) ((2 * sum + all) / (2 * all));
    }
}
