package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Fill;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Operation;
import io.augstream.operation.Rotate;
import java.util.random.RandomGenerator;

/** Turns by an angle uniform in {@code degrees}; the rest is as {@link Rotate} tells. */
public record Rotation(Range degrees, Interpolation interpolation, Border border, Fill fill, boolean expand)
        implements Augmentation {
    public Rotation {
        degrees.check(angle -> new Rotate(angle, interpolation, border, fill, expand));
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        return new Rotate(degrees.draw(random), interpolation, border, fill, expand);
    }
}
