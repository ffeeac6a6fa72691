package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Operation;
import java.util.function.DoubleFunction;
import java.util.random.RandomGenerator;

/**
 * An operation of one number, which is uniform in {@code values}.
 *
 * @param operation throws {@link IllegalArgumentException} where a number is beyond its limits
 */
public record Strength(Range values, DoubleFunction<Operation> operation) implements Augmentation {
    public Strength {
        values.check(end -> {
            Operation unused = operation.apply(end);
        });
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        return operation.apply(values.draw(random));
    }
}
