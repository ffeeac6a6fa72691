package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Fill;
import io.augstream.operation.Operation;
import io.augstream.operation.Shift;
import java.util.random.RandomGenerator;

/**
 * A {@link Shift} by whole pixels, each distance of the interval as likely as any other, drawn for either axis on its own.
 *
 * @param pixels whole numbers; positive is right and down
 */
public record Translation(Range pixels, Border border, Fill fill) implements Augmentation {
    public Translation {
        pixels.check(end -> new Shift(Shift.whole(end), Shift.whole(end), border, fill));
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        int right = distance(random);
        return new Shift(right, distance(random), border, fill);
    }

    private int distance(RandomGenerator random) {
        int low = (int) pixels.low();
        int choices = (int) pixels.high() - low + 1;
        return low + (int) (random.nextDouble() * choices);
    }
}
