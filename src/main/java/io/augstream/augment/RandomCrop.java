package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Crop;
import io.augstream.operation.Fill;
import io.augstream.operation.MisfitException;
import io.augstream.operation.Operation;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A {@link Crop} anywhere in the picture as padded, each place as likely as any other: torchvision's {@code RandomCrop}.
 *
 * @param size of the result; absent for the input's
 * @param padding pixels of {@code border} that the picture is given on each side, in [0, 65535]
 */
public record RandomCrop(Optional<ImageSize> size, int padding, Border border, Fill fill) implements Augmentation {
    private static final int WIDEST = 65_535;

    public RandomCrop {
        if (padding < 0 || padding > WIDEST) {
            throw new IllegalArgumentException("padding must lie in [0, " + WIDEST + "] pixels, got " + padding);
        }
    }

    @Override
    public Operation draw(ImageSize input, RandomGenerator random) {
        ImageSize window = size.orElse(input);
        int roomX = input.width() - window.width() + 2 * padding;
        int roomY = input.height() - window.height() + 2 * padding;
        if (roomX < 0 || roomY < 0) {
            throw new MisfitException("size must fit into the image, but " + window + " is larger than " + input
                    + (padding == 0 ? "; padding would widen it" : " with a padding of " + padding));
        }
        int left = place(roomX, random);
        return new Crop(left, place(roomY, random), window, border, fill);
    }

    private int place(int room, RandomGenerator random) {
        return (int) (random.nextDouble() * (room + 1)) - padding;
    }
}
