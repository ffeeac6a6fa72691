package io.augstream.stream;

import io.augstream.dataset.BatchAssembly;
import io.augstream.dataset.NetworkInput;
import io.augstream.dataset.Preparation;
import io.augstream.dataset.Sample;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.pipeline.Copies;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import io.augstream.pixel.Scratch;

/**
 * What happens to each training image.
 *
 * @param preparation the same for every split; {@link Preparation#NONE} where the samples are prepared already
 * @param pipeline the stages
 * @param copies whether the stages are drawn anew in every epoch; the order of the samples is, always
 * @param input fitted on clean training images
 * @param seed with the epoch and the sample's id it decides the order and every draw
 */
public record Recipe(Preparation preparation, Pipeline pipeline, Copies copies, NetworkInput input, long seed) {
    /** Of each thread that augments: images of one size and the same stages use the same arrays. */
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    /** With a fresh draw in every epoch. */
    public Recipe(Preparation preparation, Pipeline pipeline, NetworkInput input, long seed) {
        this(preparation, pipeline, Copies.FRESH, input, seed);
    }

    /**
     * Reads, prepares and augments one sample into its place of a batch.
     *
     * @throws io.augstream.dataset.DataException if the image cannot be read, as its source throws it
     * @throws IllegalStateException if a stage fails; tells the values that replay it
     */
    void put(BatchAssembly batch, int index, Sample sample, int epoch) {
        Image image = preparation.read(sample);
        int drawn = copies.drawnIn(epoch);
        Scratch scratch = SCRATCH.get();
        try {
            DrawKey key = new DrawKey(seed, drawn, sample.id());
            if (image.depth() == Depth.EIGHT_BIT) {
                batch.put(index, pipeline.rows(image, key, scratch), scratch);
            } else {
                batch.put(index, pipeline.apply(image, key));
            }
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "cannot augment " + sample.id() + " (seed " + seed + ", epoch " + drawn + "): " + e.getMessage(),
                    e);
        }
    }
}
