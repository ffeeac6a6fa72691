package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/**
 * Moves every pixel by a smooth random field, as a hand's muscles would: Simard, Steinkraus and Platt, "Best Practices for
 * Convolutional Neural Networks Applied to Visual Document Analysis" (2003), section 2.
 *
 * <p>Both components of a field of random vectors, uniform in [-1, 1), are convolved with a Gaussian kernel whose weights add
 * up to 1 and multiplied by {@code alpha}: output pixel (x, y) shows the source at (x + Δx, y + Δy). No displacement is longer
 * than {@code alpha} along either axis, and the typical one, its standard deviation, is alpha · Σk² / √3 with k the kernel's
 * weights: close to 0.163 · alpha / sigma pixels for a sigma of 1 or more. The field is not divided by its norm, which the
 * paper speaks of without a formula. It goes on beyond the picture's edges and is cut there, so that edges move as much as
 * the middle.
 *
 * @param alpha in pixels, in [0, 65535]; 0 leaves the picture as it is
 * @param sigma standard deviation of the kernel in pixels, in [0, 100]: how far apart pixels move together. The kernel ends at
 *     ⌈3·sigma⌉
 * @param border what is seen outside the picture
 * @param fill the level outside, for {@link Border#CONSTANT}
 * @param key of the random field
 */
public record Elastic(double alpha, double sigma, Interpolation interpolation, Border border, Fill fill, long key)
        implements Operation {
    public Elastic {
        Limits.check("alpha", alpha, 0, 65_535, " pixels");
        Limits.check("sigma", sigma, 0, 100, " pixels");
    }

    /** @throws MisfitException if {@code fill} lists neither one level nor one a channel */
    @Override
    public Image apply(Image image) {
        return Resampling.resample(
                image, image.size(), field(image.size(), new Scratch()), interpolation, border, fill);
    }

    @Override
    public Rows rowsOf(Image image, Scratch scratch) {
        return Resampling.rows(image, image.size(), field(image.size(), scratch), interpolation, border, fill, scratch);
    }

    @Override
    public Optional<Movement> movement(ImageSize size) {
        return Optional.of(new FieldMovement(field(size, new Scratch()), size, border));
    }

    private PixelMap field(ImageSize size, Scratch scratch) {
        double[] kernel = GaussianBlur.kernel(sigma, GaussianBlur.kernelSizeFor(sigma));
        return new DisplacementField(key, kernel, alpha, size.width(), scratch);
    }
}
