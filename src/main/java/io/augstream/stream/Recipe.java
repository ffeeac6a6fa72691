package io.augstream.stream;

import io.augstream.dataset.Normalisation;
import io.augstream.dataset.Preparation;
import io.augstream.dataset.Sample;
import io.augstream.image.Image;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;

/**
 * What happens to each training image.
 *
 * @param preparation the same for every split; {@link Preparation#NONE} where the samples are prepared already
 * @param pipeline the stages, drawn anew in every epoch
 * @param normalisation fitted on clean training images
 * @param seed with the epoch and the sample's id it decides the order and every draw
 */
public record Recipe(Preparation preparation, Pipeline pipeline, Normalisation normalisation, long seed) {
    /**
     * Reads, prepares and augments one sample.
     *
     * @throws io.augstream.dataset.DataException if the image cannot be read, as its source throws it
     * @throws IllegalStateException if a stage fails; tells the values that replay it
     */
    Image augmented(Sample sample, int epoch) {
        Image image = preparation.read(sample);
        try {
            return pipeline.apply(image, new DrawKey(seed, epoch, sample.id()));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "cannot augment " + sample.id() + " (seed " + seed + ", epoch " + epoch + "): " + e.getMessage(),
                    e);
        }
    }
}
