package io.augstream.nn;

/**
 * A square window that slides over a map: of a convolution or a pooling.
 *
 * @param size of the window in pixels, each way
 * @param stride pixels from one place to the next
 * @param padding pixels that the map is thought to be wider on each of its four sides
 */
record Window(int size, int stride, int padding) {
    /** Refuses settings of a pooling that are out of range; the messages begin with their names. */
    static void checkPooling(int size, int stride, int padding) {
        Bounds.atLeast(1, size, "size");
        Bounds.atLeast(1, stride, "stride");
        Bounds.atLeast(0, padding, "padding");
        if (padding > size / 2) {
            throw new IllegalArgumentException(
                    "padding must be at most half of size (" + size + "), or windows would be empty, got " + padding);
        }
    }

    /** Places of the window; a remainder at the right and bottom that no window covers is left out. */
    Shape places(Shape input, int channels) {
        return new Shape(places(input.height(), input), places(input.width(), input), channels);
    }

    private int places(int length, Shape input) {
        long room = length + 2L * padding - size;
        if (room < 0) {
            throw new IllegalArgumentException("a window of " + size + "x" + size + " with padding " + padding
                    + " does not fit in an input of " + input.asMap()
                    + "; it takes larger images, a smaller window or more padding");
        }
        return Math.toIntExact(room / stride + 1);
    }
}
