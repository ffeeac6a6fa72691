package io.augstream.pixel;

/**
 * A picture whose rows are made as they are asked for, from the top one down, each once: what a stage makes of a row is still in
 * the cache when the next stage takes it. For one thread.
 */
public interface Rows {
    /** In pixels. */
    int width();

    /** How many rows there are. */
    int height();

    /** Interleaved in the samples: 1, 3 or 4. */
    int channels();

    /**
     * Writes the next row, width · channels samples.
     *
     * @param to written from {@code at} on
     */
    void next(byte[] to, int at);
}
