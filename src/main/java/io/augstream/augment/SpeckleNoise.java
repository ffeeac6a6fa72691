package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.AddSpeckle;
import io.augstream.operation.Operation;
import java.util.random.RandomGenerator;

/** {@link AddSpeckle} with a fresh field an image and its {@code std} uniform in a range. */
public record SpeckleNoise(Range std, boolean perChannel) implements Augmentation {
    public SpeckleNoise {
        std.check(drawn -> new AddSpeckle(drawn, perChannel, 0));
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        return new AddSpeckle(std.draw(random), perChannel, random.nextLong());
    }
}
