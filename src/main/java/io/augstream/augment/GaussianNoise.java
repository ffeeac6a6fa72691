package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.AddGaussianNoise;
import io.augstream.operation.Operation;
import java.util.random.RandomGenerator;

/** {@link AddGaussianNoise} with a fresh field an image and its {@code std} uniform in a range. */
public record GaussianNoise(Range std, boolean perChannel) implements Augmentation {
    public GaussianNoise {
        std.check(drawn -> new AddGaussianNoise(drawn, perChannel, 0));
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        return new AddGaussianNoise(std.draw(random), perChannel, random.nextLong());
    }
}
