package io.augstream.nn;

/**
 * The mean of each window, channel by channel. Padding counts as zeros: the divisor is always {@code size}², as it is by
 * default in PyTorch ({@code count_include_pad}). A remainder that no window covers is left out.
 *
 * @param size of the window, at least 1
 * @param stride pixels between neighbouring windows, at least 1; smaller than {@code size} makes them overlap
 * @param padding zeros around the map, at most half of {@code size}
 */
public record AveragePool(int size, int stride, int padding) implements LayerSpec {
    public AveragePool {
        Window.checkPooling(size, stride, padding);
    }

    @Override
    public String kind() {
        return "average_pool";
    }

    @Override
    public Shape output(Shape input) {
        return window().places(input, input.channels());
    }

    Window window() {
        return new Window(size, stride, padding);
    }
}
