package io.augstream.operation;

import com.google.errorprone.annotations.CheckReturnValue;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/**
 * One exact change of an image, with every choice already made. Implementations are records, so that they print, compare
 * and replay; they are pure: the input is never written, the same input gives the same bytes, any thread may call.
 *
 * <p>Which kind it is tells how it goes together with others: an affine map has a {@link #warping}, and several are one look; a {@link
 * PointOperation} and noise change each pixel by itself, on its way in a row; a neighbourhood filter makes {@link #rows} as those under its
 * kernel come; the others see the whole image in {@link #rowsOf}.
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

    /**
     * Where each pixel of its result looks at an image of {@code size}, and what it sees between pixels: the nearest one, or bilinear or
     * bicubic of those around. Nothing where it draws no image anew in that way.
     *
     * @throws MisfitException if the operation's settings do not fit
     */
    default Optional<Warping> warping(ImageSize size, int channels) {
        return Optional.empty();
    }

    /**
     * The rows of the result, each made as it is asked for; nothing where it takes the whole of an image.
     *
     * @param source none of whose rows has been taken
     * @param scratch holds what they need until the last row was taken
     */
    default Optional<Rows> rows(Rows source, Scratch scratch) {
        return Optional.empty();
    }

    /**
     * The rows of what {@link #apply} gives for an image of bytes, made as they are asked for where that takes no picture besides.
     *
     * @param scratch as of {@link #rows}
     */
    default Rows rowsOf(Image image, Scratch scratch) {
        return Pictures.rows(apply(image));
    }

    /** The size of what {@link #apply} gives for an image of {@code size}. */
    default ImageSize resultSize(ImageSize size) {
        return size;
    }
}
