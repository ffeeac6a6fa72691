package io.augstream.nn;

/**
 * A square window that slides over a map: of a convolution or a pooling.
 *
 * @param size of the window in pixels, each way
 * @param stride pixels from one place to the next
 * @param padding pixels that the map is thought to be wider on each of its four sides
 */
record Window(int size, int stride, int padding) {
    /** Places of the window; a remainder at the right and bottom that no window covers is left out. */
    Shape places(Shape input, int channels) {
        return new Shape(places(input.height(), input), places(input.width(), input), channels);
    }

    private int places(int length, Shape input) {
        int room = length + 2 * padding - size;
        if (room < 0) {
            throw new IllegalArgumentException("a window of " + size + "x" + size + " with padding " + padding
                    + " does not fit in an input of " + input);
        }
        return room / stride + 1;
    }
}
