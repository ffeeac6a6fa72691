package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.AddUniformNoise;
import io.augstream.operation.Operation;
import java.util.random.RandomGenerator;

/** {@link AddUniformNoise} with a fresh field an image and its {@code width} uniform in a range. */
public record UniformNoise(Range width, boolean perChannel) implements Augmentation {
    public UniformNoise {
        width.check(drawn -> new AddUniformNoise(drawn, perChannel, 0));
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        return new AddUniformNoise(width.draw(random), perChannel, random.nextLong());
    }
}
