package io.augstream.operation;

/** Where each output pixel looks in the source, in source pixels, with pixel centres at whole numbers and y downwards. */
@FunctionalInterface
interface PixelMap {
    /**
     * Fills in where the pixels of one output row look. Rows are asked for from 0 on, each once and in their order, so that a
     * map may be made row by row.
     *
     * @param xs source columns, one for each output column; NaN where there is nothing but the fill
     * @param ys source rows, likewise
     */
    void row(int y, double[] xs, double[] ys);
}
