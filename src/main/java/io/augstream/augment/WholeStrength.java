package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Operation;
import java.util.function.DoubleFunction;
import java.util.random.RandomGenerator;

/**
 * An operation of one whole number, each of {@code values}, the ends too, as likely.
 *
 * @param operation throws {@link IllegalArgumentException} where a number is beyond its limits or not whole
 */
public record WholeStrength(Range values, DoubleFunction<Operation> operation) implements Augmentation {
    public WholeStrength {
        values.check(end -> {
            Operation unused = operation.apply(end);
        });
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        double choices = values.high() - values.low() + 1;
        return operation.apply(values.low() + Math.floor(random.nextDouble() * choices));
    }
}
