package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Arrays;
import java.util.Optional;

/**
 * Each sample becomes the mean of the square around it; every channel, alpha too, by itself.
 *
 * @param kernelSize the square's side in pixels, odd, in [1, 999]
 * @param border {@link Border#CONSTANT} means black outside
 */
public record BoxBlur(int kernelSize, Border border) implements Operation {
    public BoxBlur {
        Limits.kernelSize(kernelSize);
    }

    @Override
    public Image apply(Image image) {
        return separable().apply(image);
    }

    @Override
    public Optional<Rows> rows(Rows source, Scratch scratch) {
        return separable().rows(source, scratch);
    }

    @Override
    public Rows rowsOf(Image image, Scratch scratch) {
        return separable().rowsOf(image, scratch);
    }

    private Separable separable() {
        return new Separable(kernel(), border);
    }

    private double[] kernel() {
        double[] kernel = new double[kernelSize];
        Arrays.fill(kernel, 1.0 / kernelSize);
        return kernel;
    }
}
