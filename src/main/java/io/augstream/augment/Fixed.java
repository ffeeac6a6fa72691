package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Operation;
import java.util.random.RandomGenerator;

/** Always the same operation; how often is the stage's chance {@code p}. */
public record Fixed(Operation operation) implements Augmentation {
    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        return operation;
    }
}
