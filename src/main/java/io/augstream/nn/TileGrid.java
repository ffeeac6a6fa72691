package io.augstream.nn;

/**
 * The tiles of a convolution's output, {@code step} pixels high and wide; the last ones may stick out over its edge.
 *
 * @param rows of tiles in a map
 * @param columns of tiles in a map
 */
record TileGrid(int step, int rows, int columns) {
    /** @param taps of the window, a side */
    static TileGrid of(Shape output, int taps) {
        int step = TransformedMaps.POINTS + 1 - taps;
        return new TileGrid(step, (output.height() + step - 1) / step, (output.width() + step - 1) / step);
    }

    /** Multiplications that a map takes for each pair of channels. */
    long products() {
        return (long) TransformedMaps.POINTS * TransformedMaps.POINTS * rows * columns;
    }
}
