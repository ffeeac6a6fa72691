package io.augstream.operation;

import io.augstream.image.Image;
import java.util.Arrays;

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
        double[] kernel = new double[kernelSize];
        Arrays.fill(kernel, 1.0 / kernelSize);
        return SeparableFilter.filter(image, kernel, border);
    }
}
