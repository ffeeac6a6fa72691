package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Crop;
import io.augstream.operation.Fill;
import io.augstream.operation.MisfitException;
import io.augstream.operation.Operation;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The {@link Crop} in the middle, to the pixel that torchvision's {@code CenterCrop} takes: half of the margin is left, and a half
 * pixel goes to the even side, so that of a margin of 1 none is left and one is right, and of 3 two are left and one is right.
 *
 * @param size of the result
 * @param border what is seen where the picture is smaller; absent where it must not be
 */
public record CentreCrop(ImageSize size, Optional<Border> border, Fill fill) implements Augmentation {
    @Override
    public Operation draw(ImageSize input, RandomGenerator random) {
        if (border.isEmpty() && (size.width() > input.width() || size.height() > input.height())) {
            throw new MisfitException("size must fit into the image, but " + size + " is larger than " + input
                    + "; a border would widen it");
        }
        return new Crop(
                first(input.width(), size.width()),
                first(input.height(), size.height()),
                size,
                border.orElse(Border.CONSTANT),
                fill);
    }

    private static int first(int length, int kept) {
        // Where pixels are missing the odd one is added behind.
        return kept <= length ? (int) Math.rint((length - kept) / 2.0) : -((kept - length) / 2);
    }
}
