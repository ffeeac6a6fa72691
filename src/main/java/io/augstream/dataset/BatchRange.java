package io.augstream.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * The samples from {@code from} up to but not including {@code to} that make one batch.
 *
 * <p>An epoch of n samples is cut from the front; the last batch may be short, and where it would hold a single sample,
 * that one joins its predecessor: batch normalisation has no variance to measure on one.
 */
public record BatchRange(int from, int to) {
    public BatchRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a batch needs 0 <= from < to, got " + from + " and " + to);
        }
    }

    /**
     * Cuts {@code samples} samples into batches of {@code batch}.
     *
     * @throws IllegalArgumentException if {@code batch} is less than 1
     */
    public static List<BatchRange> cut(int samples, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be at least 1, got " + batch);
        }
        List<BatchRange> ranges = new ArrayList<>();
        int from = 0;
        while (from < samples) {
            int left = samples - from;
            boolean oneWouldStay = batch > 1 && left == batch + 1;
            int to = from + (oneWouldStay ? left : Math.min(batch, left));
            ranges.add(new BatchRange(from, to));
            from = to;
        }
        return List.copyOf(ranges);
    }

    public int size() {
        return to - from;
    }
}
