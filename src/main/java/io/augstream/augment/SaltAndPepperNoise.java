package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.AddSaltAndPepper;
import io.augstream.operation.Operation;
import java.util.random.RandomGenerator;

/** {@link AddSaltAndPepper} with a fresh field an image and its {@code amount} uniform in a range. */
public record SaltAndPepperNoise(Range amount, double saltShare, boolean perChannel) implements Augmentation {
    public SaltAndPepperNoise {
        amount.check(drawn -> new AddSaltAndPepper(drawn, saltShare, perChannel, 0));
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        return new AddSaltAndPepper(amount.draw(random), saltShare, perChannel, random.nextLong());
    }
}
