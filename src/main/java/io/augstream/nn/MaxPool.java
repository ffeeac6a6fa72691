package io.augstream.nn;

/**
 * The largest value of each window, channel by channel; of equal ones the first, row by row. A remainder that no window
 * covers is left out.
 *
 * @param size of the window, at least 1
 * @param stride pixels between neighbouring windows, at least 1; smaller than {@code size} makes them overlap
 * @param padding pixels around the map that never win, at most half of {@code size}
 */
public record MaxPool(int size, int stride, int padding) implements LayerSpec {
    public MaxPool {
        Window.checkPooling(size, stride, padding);
    }

    @Override
    public String kind() {
        return "max_pool";
    }

    @Override
    public Shape output(Shape input) {
        return window().places(input, input.channels());
    }

    Window window() {
        return new Window(size, stride, padding);
    }
}
