package io.augstream.nn;

/**
 * A two-dimensional convolution (in truth a cross-correlation: the kernel is not turned over).
 *
 * @param channels of the output, at least 1
 * @param kernelSize height and width of the kernel, at least 1
 * @param stride pixels between neighbouring outputs, at least 1
 * @param padding zeros around the input on each side, at least 0; {@code kernelSize / 2} keeps the size at stride 1
 * @param bias whether a number is added to each output channel; of no use right before a batch norm
 * @param init what the weights are drawn from; biases start at 0
 */
public record Convolution(int channels, int kernelSize, int stride, int padding, boolean bias, Initializer init)
        implements LayerSpec {
    public Convolution {
        Bounds.atLeast(1, channels, "channels");
        Bounds.atLeast(1, kernelSize, "kernel_size");
        Bounds.atLeast(1, stride, "stride");
        Bounds.atLeast(0, padding, "padding");
    }

    @Override
    public String kind() {
        return "convolution";
    }

    @Override
    public Shape output(Shape input) {
        return window().places(input, channels);
    }

    Window window() {
        return new Window(kernelSize, stride, padding);
    }
}
