package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Axis;
import io.augstream.operation.Mirror;
import io.augstream.operation.Operation;
import java.util.random.RandomGenerator;

/** Always mirrors along {@code axis}; how often is the stage's chance {@code p}. */
public record Mirroring(Axis axis) implements Augmentation {
    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        return new Mirror(axis);
    }
}
