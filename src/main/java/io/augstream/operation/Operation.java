package io.augstream.operation;

import com.google.errorprone.annotations.CheckReturnValue;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.Optional;

/**
 * One exact change of an image, with every choice already made. Implementations are records, so that they print, compare
 * and replay; they are pure: the input is never written, the same input gives the same bytes, any thread may call.
 */
@CheckReturnValue
public interface Operation {
    /**
     * A new image, or the input itself where nothing changes.
     *
     * @throws MisfitException if the operation's settings do not fit {@code image}
     */
    Image apply(Image image);

    /** Where it takes what images of {@code size} show; nothing where all stays in its place. */
    default Optional<Movement> movement(ImageSize size) {
        return Optional.empty();
    }

    /** The size of what {@link #apply} gives for an image of {@code size}. */
    default ImageSize resultSize(ImageSize size) {
        return size;
    }
}
