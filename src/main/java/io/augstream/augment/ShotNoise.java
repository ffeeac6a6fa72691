package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.AddShotNoise;
import io.augstream.operation.Operation;
import java.util.random.RandomGenerator;

/** {@link AddShotNoise} with a fresh field an image and its {@code scale} uniform in a range. */
public record ShotNoise(Range scale, boolean perChannel) implements Augmentation {
    public ShotNoise {
        scale.check(drawn -> new AddShotNoise(drawn, perChannel, 0));
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        return new AddShotNoise(scale.draw(random), perChannel, random.nextLong());
    }
}
