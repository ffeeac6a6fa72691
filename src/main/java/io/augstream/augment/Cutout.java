package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Erase;
import io.augstream.operation.Fill;
import io.augstream.operation.Operation;
import java.util.random.RandomGenerator;

/**
 * An {@link Erase} whose centre is any pixel of the picture, each as likely, so that a part of the rectangle may lie
 * outside (DeVries and Taylor 2017, section 3.2).
 */
public record Cutout(ImageSize rectangle, Fill fill) implements Augmentation {
    public Cutout {
        // The operation's limits hold for every place.
        new Erase(0, 0, rectangle.width(), rectangle.height(), fill);
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        int x = (int) (random.nextDouble() * size.width());
        int y = (int) (random.nextDouble() * size.height());
        int left = x - rectangle.width() / 2;
        int top = y - rectangle.height() / 2;
        return new Erase(left, top, rectangle.width(), rectangle.height(), fill);
    }
}
