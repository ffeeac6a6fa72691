package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Fill;
import io.augstream.operation.Operation;
import io.augstream.operation.Pad;
import java.util.random.RandomGenerator;

/**
 * A {@link Pad} to at least a size, with the picture in the middle, an odd pixel on the right or below: Albumentations' {@code
 * PadIfNeeded}. A side that is long enough stays.
 */
public record PadToSize(ImageSize size, Border border, Fill fill) implements Augmentation {
    @Override
    public Operation draw(ImageSize input, RandomGenerator random) {
        int across = Math.max(0, size.width() - input.width());
        int down = Math.max(0, size.height() - input.height());
        return new Pad(across / 2, down / 2, across - across / 2, down - down / 2, border, fill);
    }
}
