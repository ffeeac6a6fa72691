package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/** An operation that is another one with some of its settings fixed. */
interface SpecialCase extends Operation {
    /** The operation that it is on images of {@code size}. */
    Operation general(ImageSize size);

    /** @throws MisfitException as the other operation throws it */
    @Override
    default Image apply(Image image) {
        return general(image.size()).apply(image);
    }

    @Override
    default Optional<Movement> movement(ImageSize size) {
        return general(size).movement(size);
    }

    @Override
    default Optional<Warping> warping(ImageSize size, int channels) {
        return general(size).warping(size, channels);
    }

    @Override
    default Optional<Rows> rows(Rows source, Scratch scratch) {
        return general(Pictures.size(source)).rows(source, scratch);
    }

    @Override
    default Rows rowsOf(Image image, Scratch scratch) {
        return general(image.size()).rowsOf(image, scratch);
    }

    @Override
    default ImageSize resultSize(ImageSize size) {
        return general(size).resultSize(size);
    }
}
