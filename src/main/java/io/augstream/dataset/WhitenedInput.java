package io.augstream.dataset;

import io.augstream.image.Image;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/** Normalised, then whitened. */
record WhitenedInput(Normalisation normalisation, Whitening fitted) implements NetworkInput {
    @Override
    public void write(Image image, float[] target, int offset) {
        fitted.requireValues(image.length());
        normalisation.write(image, target, offset);
        fitted.apply(target, offset);
    }

    @Override
    public void write(Rows rows, float[] target, int offset, Scratch scratch) {
        fitted.requireValues(rows.width() * rows.height() * rows.channels());
        normalisation.write(rows, target, offset, scratch);
        fitted.apply(target, offset);
    }

    @Override
    public Optional<Whitening> whitening() {
        return Optional.of(fitted);
    }
}
