package io.augstream.operation;

import io.augstream.pixel.Scratch;
import io.augstream.random.CounterRandom;
import java.util.Arrays;

/**
 * Random displacements, uniform on [-1, 1) a pixel and axis, smoothed by a kernel along both axes. Noise stands around the
 * picture too, as far as the kernel reaches, so that the displacements at an edge are made of as many numbers as elsewhere.
 *
 * <p>Rows are smoothed as they come into the kernel's reach, and only those in it are kept.
 */
final class DisplacementField implements PixelMap {
    private final long key;
    private final double[] kernel;
    private final double scale;
    private final int width;
    /** How many random numbers a row and axis has: as wide as the picture and the kernel's reach on either side. */
    private final int noises;

    private final double[] noiseX;

    private final double[] noiseY;
    /** Noise rows smoothed along x, that of row r of the noise in place r modulo the kernel's length. */
    private final double[][] smoothX;

    private final double[][] smoothY;
    private int made;

    /**
     * @param kernel odd in length
     * @param scale what the smoothed numbers are multiplied by
     * @param width of the picture
     * @param scratch holds the rows
     */
    DisplacementField(long key, double[] kernel, double scale, int width, Scratch scratch) {
        this.key = key;
        this.kernel = kernel;
        this.scale = scale;
        this.width = width;
        noises = width + kernel.length - 1;
        noiseX = scratch.doubles(noises);
        noiseY = scratch.doubles(noises);
        smoothX = new double[kernel.length][];
        Arrays.setAll(smoothX, row -> scratch.doubles(width));
        smoothY = new double[kernel.length][];
        Arrays.setAll(smoothY, row -> scratch.doubles(width));
    }

    @Override
    public void row(int y, double[] xs, double[] ys) {
        while (made < y + kernel.length) {
            makeRow(made++);
        }
        alongColumn(smoothX, y, xs);
        alongColumn(smoothY, y, ys);
        for (int x = 0; x < width; x++) {
            xs[x] = x + scale * xs[x];
            ys[x] = y + scale * ys[x];
        }
    }

    private void makeRow(int row) {
        long first = (long) row * noises;
        for (int i = 0; i < noises; i++) {
            // One random number has bits for both.
            long bits = CounterRandom.at(key, first + i);
            noiseX[i] = (int) (bits >> 32) * 0x1p-31;
            noiseY[i] = (int) bits * 0x1p-31;
        }
        alongRow(noiseX, smoothX[row % kernel.length]);
        alongRow(noiseY, smoothY[row % kernel.length]);
    }

    private void alongRow(double[] noise, double[] smooth) {
        Arrays.fill(smooth, 0, width, 0);
        for (int tap = 0; tap < kernel.length; tap++) {
            double weight = kernel[tap];
            for (int x = 0; x < width; x++) {
                smooth[x] += weight * noise[x + tap];
            }
        }
    }

    private void alongColumn(double[][] smooth, int top, double[] sums) {
        Arrays.fill(sums, 0, width, 0);
        for (int tap = 0; tap < kernel.length; tap++) {
            double weight = kernel[tap];
            double[] row = smooth[(top + tap) % kernel.length];
            for (int x = 0; x < width; x++) {
                sums[x] += weight * row[x];
            }
        }
    }
}
