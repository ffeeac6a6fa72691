package io.augstream.nn;

import java.util.Arrays;

/**
 * Mean and variance of each channel over a batch, from one pass over memory: a part of the batch is measured about its
 * own mean while it lies in a cache, and the parts are put together as in Chan, Golub and LeVeque, "Algorithms for
 * computing the sample variance" (1983).
 */
final class BatchStatistics {
    private final int channels;
    private final Kernels kernels;
    private final ChannelParts sums;
    private final ChannelParts centres;
    private final ChannelParts squares;
    private final double[] mean;
    private final double[] squareSum;
    private int[] partRows = {};

    BatchStatistics(Shape shape, Kernels kernels) {
        channels = shape.channels();
        this.kernels = kernels;
        sums = new ChannelParts(shape);
        centres = new ChannelParts(shape);
        squares = new ChannelParts(shape);
        mean = new double[channels];
        squareSum = new double[channels];
    }

    /** Before {@link #measure}; not while threads are at it. */
    void prepare(int batch) {
        sums.prepare(batch);
        centres.prepare(batch);
        squares.prepare(batch);
        if (partRows.length < sums.count(batch)) {
            partRows = new int[sums.count(batch)];
        }
    }

    /** Measures the parts in a group, or in a range of samples of maps; each part once, by any thread. */
    void measure(float[] x, int group, int first, int end) {
        sums.inGroup(group, first, end, (part, row, rows) -> measurePart(x, part, row, rows));
    }

    private void measurePart(float[] x, int part, int row, int rows) {
        float[] sum = sums.of(part);
        float[] centre = centres.of(part);
        partRows[part] = rows;
        kernels.columnSums(x, row * channels, rows, channels, sum);
        for (int c = 0; c < channels; c++) {
            centre[c] = sum[c] / rows;
        }
        kernels.columnSquares(x, row * channels, rows, channels, centre, squares.of(part));
    }

    /** Puts the parts of a batch together; {@code rows} are all that were measured. */
    void combine(int batch, long rows) {
        sums.sum(batch, mean);
        for (int c = 0; c < channels; c++) {
            mean[c] /= rows;
        }
        Arrays.fill(squareSum, 0);
        for (int part = 0; part < sums.count(batch); part++) {
            float[] centre = centres.of(part);
            float[] square = squares.of(part);
            int n = partRows[part];
            for (int c = 0; c < channels; c++) {
                double distance = centre[c] - mean[c];
                squareSum[c] += square[c] + n * distance * distance;
            }
        }
    }

    double mean(int channel) {
        return mean[channel];
    }

    /** Σ (x − mean)². */
    double squareSum(int channel) {
        return squareSum[channel];
    }
}
