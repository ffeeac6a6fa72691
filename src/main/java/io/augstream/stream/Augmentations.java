package io.augstream.stream;

import akka.NotUsed;
import akka.stream.javadsl.Flow;
import io.augstream.dataset.Sample;
import io.augstream.image.Image;
import io.augstream.pipeline.Draw;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Augmentation as a flow, for stream graphs of one's own. It works on the dispatcher of the materializer that runs the
 * graph, keeps the order, and gives the same images at every parallelism.
 */
public final class Augmentations {
    private Augmentations() {}

    /**
     * Reads and augments samples, up to {@code parallelism} at a time.
     *
     * <p><b>Emits when</b> the image of the next sample in order is ready
     *
     * <p><b>Backpressures when</b> {@code parallelism} images are in the making or wait for downstream
     *
     * <p><b>Completes when</b> upstream completes and all images have been emitted
     *
     * <p><b>Fails when</b> upstream fails, or an image cannot be read ({@link io.augstream.dataset.DataException}) or
     * augmented; where one bad image must not end the stream, see {@link #outcomes}
     *
     * <p><b>Cancels when</b> downstream cancels
     *
     * @param seed with {@code epoch} and the sample's id it decides every draw
     */
    public static Flow<Sample, AugmentedSample, NotUsed> flow(
            Pipeline pipeline, long seed, int epoch, int parallelism) {
        return outcomes(pipeline, seed, epoch, parallelism).map(Outcome::orThrow);
    }

    /**
     * {@link #flow} with failures as elements: one outcome for each sample, in order.
     *
     * <p><b>Emits when</b> the next sample in order is ready or has failed
     *
     * <p><b>Backpressures when</b> {@code parallelism} images are in the making or wait for downstream
     *
     * <p><b>Completes when</b> upstream completes and all outcomes have been emitted
     *
     * <p><b>Cancels when</b> downstream cancels
     */
    public static Flow<Sample, Outcome<AugmentedSample>, NotUsed> outcomes(
            Pipeline pipeline, long seed, int epoch, int parallelism) {
        return Flow.<Sample, Outcome<AugmentedSample>, NotUsed>fromMaterializer(
                        (materializer, attributes) -> Flow.of(Sample.class)
                                .mapAsync(
                                        parallelism,
                                        sample -> CompletableFuture.supplyAsync(
                                                () -> Outcome.of(() -> augmented(pipeline, sample, seed, epoch)),
                                                materializer.executionContext())))
                .mapMaterializedValue(started -> NotUsed.getInstance());
    }

    private static AugmentedSample augmented(Pipeline pipeline, Sample sample, long seed, int epoch) {
        Image image = sample.source().read();
        DrawKey key = new DrawKey(seed, epoch, sample.id());
        List<Draw> draws = pipeline.draw(image.size(), key);
        return new AugmentedSample(sample, draws, pipeline.apply(draws, image, key));
    }
}
