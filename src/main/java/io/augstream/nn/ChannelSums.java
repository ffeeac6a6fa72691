package io.augstream.nn;

import java.util.Arrays;

/**
 * Sums over all pixels of a batch, a channel each: in float within a sample, which is fast, and in double over the
 * samples in their order, which keeps the error from growing with the batch.
 */
final class ChannelSums {
    private final float[] sample;
    private final double[] totals;

    ChannelSums(int channels) {
        sample = new float[channels];
        totals = new double[channels];
    }

    /** Sums of one sample, from its number in the batch, into {@code sums}. */
    interface OfSample {
        void into(float[] sums, int sampleIndex);
    }

    /** The totals, valid until the next call. */
    double[] over(int batch, OfSample sums) {
        Arrays.fill(totals, 0);
        for (int i = 0; i < batch; i++) {
            sums.into(sample, i);
            for (int c = 0; c < totals.length; c++) {
                totals[c] += sample[c];
            }
        }
        return totals;
    }

    /** Σ of {@code x} over a batch of maps with {@code pixels} pixels each. */
    double[] of(float[] x, int batch, int pixels, Kernels kernels) {
        int channels = totals.length;
        return over(batch, (sums, i) -> kernels.columnSums(x, i * pixels * channels, pixels, channels, sums));
    }

    /** Rounds the totals into {@code values}. */
    void copyTo(float[] values) {
        for (int c = 0; c < totals.length; c++) {
            values[c] = (float) totals[c];
        }
    }
}
