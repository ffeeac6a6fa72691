package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.image.ResizeFilter;
import io.augstream.operation.Operation;
import io.augstream.operation.ResizedCrop;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A {@link ResizedCrop} of a random part of the picture's area and a random aspect ratio, torchvision's {@code
 * RandomResizedCrop}: Szegedy et al., "Going Deeper with Convolutions" (2015), section 6. Ten parts are drawn; where none fits, it is the
 * largest one in the middle that keeps {@code ratio}.
 *
 * @param size of the result; absent for the input's
 * @param scale share of the picture's area, uniform, in [0, 1]
 * @param ratio width for height, its logarithm uniform, in [0.01, 100]
 * @param antialias as {@link ResizeFilter} tells
 */
public record RandomResizedCrop(
        Optional<ImageSize> size, Range scale, Range ratio, ResizeFilter interpolation, boolean antialias)
        implements Augmentation {
    private static final int TRIES = 10;

    public RandomResizedCrop {
        scale.check(share -> require(share >= 0 && share <= 1, "scale must lie in [0, 1], got " + share));
        ratio.check(aspect -> require(aspect >= 0.01 && aspect <= 100, "ratio must lie in [0.01, 100], got " + aspect));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public Operation draw(ImageSize input, RandomGenerator random) {
        Range logarithm = new Range(StrictMath.log(ratio.low()), StrictMath.log(ratio.high()));
        double area = (double) input.width() * input.height();
        for (int i = 0; i < TRIES; i++) {
            double part = area * scale.draw(random);
            double aspect = StrictMath.exp(logarithm.draw(random));
            long width = (long) Math.rint(Math.sqrt(part * aspect));
            long height = (long) Math.rint(Math.sqrt(part / aspect));
            if (width > 0 && width <= input.width() && height > 0 && height <= input.height()) {
                int top = place(input.height() - (int) height, random);
                int left = place(input.width() - (int) width, random);
                return crop(input, left, top, new ImageSize((int) width, (int) height));
            }
        }
        return inTheMiddle(input);
    }

    private static int place(int room, RandomGenerator random) {
        return (int) (random.nextDouble() * (room + 1));
    }

    private Operation inTheMiddle(ImageSize input) {
        double aspect = (double) input.width() / input.height();
        int width = aspect > ratio.high() ? (int) Math.rint(input.height() * ratio.high()) : input.width();
        int height = aspect < ratio.low() ? (int) Math.rint(input.width() / ratio.low()) : input.height();
        ImageSize window = new ImageSize(Math.max(1, width), Math.max(1, height));
        return crop(input, (input.width() - window.width()) / 2, (input.height() - window.height()) / 2, window);
    }

    private Operation crop(ImageSize input, int left, int top, ImageSize window) {
        return new ResizedCrop(left, top, window, size.orElse(input), interpolation, antialias);
    }
}
