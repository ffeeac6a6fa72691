package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Operation;
import io.augstream.operation.RotateAndCrop;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Turns by an angle uniform in {@code degrees} and keeps a rectangle without fill, as {@link RotateAndCrop} tells.
 *
 * @param size of the result; absent for the input's
 */
public record RotationAndCrop(Range degrees, Optional<ImageSize> size, boolean keepAspect, Interpolation interpolation)
        implements Augmentation {
    public RotationAndCrop {
        degrees.check(angle -> new RotateAndCrop(angle, ImageSize.square(1), keepAspect, interpolation));
    }

    @Override
    public Operation draw(ImageSize input, RandomGenerator random) {
        return new RotateAndCrop(degrees.draw(random), size.orElse(input), keepAspect, interpolation);
    }
}
