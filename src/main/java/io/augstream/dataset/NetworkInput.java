package io.augstream.dataset;

import io.augstream.image.Image;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/**
 * How the samples of a prepared image become the numbers that a network sees: normalised, and whitened where the file asks for
 * it. Unchanging and safe to share between threads.
 */
public sealed interface NetworkInput permits Normalisation, WhitenedInput {
    /** Writes the numbers of {@code image} (row by row, pixel by pixel, channel by channel) to {@code target} from {@code offset} on. */
    void write(Image image, float[] target, int offset);

    /**
     * The same for an image that comes row by row, none of which has been taken.
     *
     * @param scratch that the rows were made with
     */
    void write(Rows rows, float[] target, int offset, Scratch scratch);

    Normalisation normalisation();

    Optional<Whitening> whitening();

    default int channels() {
        return normalisation().channels();
    }
}
