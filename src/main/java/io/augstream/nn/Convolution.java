package io.augstream.nn;

/**
 * A two-dimensional convolution (in truth a cross-correlation: the kernel is not turned over).
 *
 * @param channels of the output, at least 1
 * @param kernelSize height and width of the kernel, at least 1
 * @param stride pixels between neighbouring outputs, at least 1
 * @param padding zeros around the input on each side, at least 0; {@code kernelSize / 2} keeps the size at stride 1
 * @param groups into which the channels are divided, those that go in and those that come out, in their order; each
 *     output channel sees the input channels of its own group. 1 lets all see all; as many as there are input channels
 *     is a depthwise convolution
 * @param bias whether a number is added to each output channel; of no use right before a batch norm
 * @param init what the weights are drawn from
 * @param biasInit what the biases start at; 0 where there are none
 */
public record Convolution(
        int channels,
        int kernelSize,
        int stride,
        int padding,
        int groups,
        boolean bias,
        Initializer init,
        double biasInit)
        implements LayerSpec {
    public Convolution {
        Bounds.atLeast(1, channels, "channels");
        Bounds.atLeast(1, kernelSize, "kernel_size");
        Bounds.atLeast(1, stride, "stride");
        Bounds.atLeast(0, padding, "padding");
        Bounds.atLeast(1, groups, "groups");
        if (channels % groups != 0) {
            throw new IllegalArgumentException("groups must divide channels (" + channels + "), got " + groups);
        }
        Bounds.biasInit(biasInit, bias);
    }

    /** One group, and biases that start at 0. */
    public Convolution(int channels, int kernelSize, int stride, int padding, boolean bias, Initializer init) {
        this(channels, kernelSize, stride, padding, 1, bias, init, 0);
    }

    @Override
    public String kind() {
        return "convolution";
    }

    @Override
    public Shape output(Shape input) {
        if (input.channels() % groups != 0) {
            throw new IllegalArgumentException(
                    groups + " groups do not divide the " + input.channels() + " channels of an input of " + input);
        }
        return window().places(input, channels);
    }

    @Override
    public long parameters(ParameterKind kind, Shape input) {
        return switch (kind) {
            case WEIGHT ->
                Math.multiplyExact((long) kernelSize * kernelSize, (long) (input.channels() / groups) * channels);
            case BIAS -> bias ? channels : 0;
            case NORM -> 0;
        };
    }

    @Override
    public long multiplyAdds(Shape input) {
        Shape output = output(input);
        return parameters(ParameterKind.WEIGHT, input) * output.height() * output.width();
    }

    Window window() {
        return new Window(kernelSize, stride, padding);
    }
}
