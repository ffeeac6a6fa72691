package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Operation;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * An operation of one whole number, each of {@code values}, the ends too, as likely.
 *
 * @param name what errors call the number
 * @param operation throws {@link IllegalArgumentException} where a number is beyond its limits
 */
public record WholeStrength(String name, Range values, IntFunction<Operation> operation) implements Augmentation {
    public WholeStrength {
        values.check(end -> {
            if (end != (int) end) {
                String kind =
                        end == Math.rint(end) ? " must be whole numbers of at most 9 digits" : " must be whole numbers";
                throw new IllegalArgumentException(name + kind + ", got " + end);
            }
            Operation unused = operation.apply((int) end);
        });
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        int low = (int) values.low();
        int choices = (int) values.high() - low + 1;
        return operation.apply(low + (int) (random.nextDouble() * choices));
    }
}
