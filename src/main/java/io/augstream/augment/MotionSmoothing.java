package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.MotionBlur;
import io.augstream.operation.Operation;
import java.util.random.RandomGenerator;

/**
 * A {@link MotionBlur} in a direction uniform in {@code degrees}.
 *
 * @param length in pixels
 */
public record MotionSmoothing(int length, Range degrees, Border border) implements Augmentation {
    public MotionSmoothing {
        degrees.check(angle -> new MotionBlur(length, angle, border));
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        return new MotionBlur(length, degrees.draw(random), border);
    }
}
