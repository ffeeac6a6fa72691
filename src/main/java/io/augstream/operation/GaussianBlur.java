package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/**
 * Blurs with a normalised Gaussian kernel along both axes; every channel, alpha too, by itself.
 *
 * @param sigma standard deviation in pixels, in [0, 100]; 0 leaves the picture as it is
 * @param kernelSize odd, in [1, 999]
 * @param border {@link Border#CONSTANT} means black outside
 */
public record GaussianBlur(double sigma, int kernelSize, Border border) implements Operation {
    public GaussianBlur {
        Limits.kernelSize(kernelSize);
        Limits.check("sigma", sigma, 0, 100, " pixels");
    }

    /** The kernel size that follows from sigma, 2⌈3σ⌉ + 1: wide enough that less than 0.3% of the bell is cut off. */
    public static int kernelSizeFor(double sigma) {
        return 2 * (int) Math.ceil(3 * sigma) + 1;
    }

    /** The sigma that follows from a kernel size k, as OpenCV has it: 0.3((k − 1)/2 − 1) + 0.8 pixels. */
    public static double sigmaFor(int kernelSize) {
        Limits.kernelSize(kernelSize);
        return 0.3 * ((kernelSize - 1) / 2.0 - 1) + 0.8;
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
        return new Separable(kernel(sigma, kernelSize), border);
    }

    /** Weights that add up to 1; odd in number. */
    static double[] kernel(double sigma, int kernelSize) {
        double[] kernel = new double[kernelSize];
        int radius = kernelSize / 2;
        double sum = 0;
        for (int i = 0; i < kernelSize; i++) {
            // At the centre 0 / 0 where sigma is 0: the limit is an impulse.
            double deviations = i == radius ? 0 : (i - radius) / sigma;
            kernel[i] = StrictMath.exp(-0.5 * deviations * deviations);
            sum += kernel[i];
        }
        for (int i = 0; i < kernelSize; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }
}
