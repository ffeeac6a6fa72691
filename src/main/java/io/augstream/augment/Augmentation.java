package io.augstream.augment;

import com.google.errorprone.annotations.CheckReturnValue;
import io.augstream.image.ImageSize;
import io.augstream.operation.Operation;
import java.util.random.RandomGenerator;

/** A random change of an image, in two steps: draw an operation, then apply it. All chance happens before a pixel moves. */
@CheckReturnValue
public interface Augmentation {
    /**
     * Draws what will happen to an image of {@code size}. Takes all its randomness from {@code random}, so the same
     * stream and size give an equal operation.
     *
     * @throws io.augstream.operation.MisfitException if the settings do not fit images of this size
     */
    Operation draw(ImageSize size, RandomGenerator random);
}
