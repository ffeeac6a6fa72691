package io.augstream.stream;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.dataset.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shuffled, augmented batches of training samples, prepared in parallel while the trainer works on earlier ones.
 *
 * <p>What an epoch holds is a function of the samples, the recipe, the batch size and the epoch's number: the same bytes
 * at every parallelism and prefetch. The last batch may be short, and a single sample left over joins the batch before.
 *
 * <p>Reading stops when the trainer does: {@link Pace#imagesInFlight()}. Every batch has arrays of its own.
 */
public final class TrainingBatches implements BatchSource {
    private final StreamRuntime runtime;
    private final List<Sample> samples;
    private final Recipe recipe;
    private final Pace pace;

    /** @param samples in a fixed order, which is what the shuffling starts from */
    public TrainingBatches(StreamRuntime runtime, List<Sample> samples, Recipe recipe, Pace pace) {
        this.runtime = runtime;
        this.samples = List.copyOf(samples);
        this.recipe = recipe;
        this.pace = pace;
    }

    @Override
    public int size() {
        return samples.size();
    }

    /**
     * Starts to prepare the epoch's batches at once. {@code next()} throws what went wrong as it was thrown, after the
     * batches before it: the {@link io.augstream.dataset.DataException} of an image that cannot be read, or one that
     * names the images of a batch which differ in size. After {@code close()} no image is being read any more.
     */
    @Override
    public Epoch epoch(int epoch) {
        return epoch(epoch, 0);
    }

    /** {@link #epoch(int)} from a batch on; no image of the batches before is read. */
    @Override
    public Epoch epoch(int epoch, int skipped) {
        Gate gate = new Gate();
        PulledStream<Batch> batches =
                PulledStream.start(outcomes(epoch, skipped, gate), pace.prefetch(), gate, runtime);
        return new Epoch() {
            @Override
            public @Nullable Batch next() {
                return batches.next();
            }

            @Override
            public void close() {
                batches.close();
            }
        };
    }

    /**
     * An epoch's batches as a source, for graphs of one's own; decoding and augmenting run on this object's runtime.
     *
     * <p><b>Emits when</b> the next batch is complete
     *
     * <p><b>Backpressures when</b> downstream backpressures: then at most parallelism tasks are finished in advance
     *
     * <p><b>Completes when</b> the last batch has been emitted
     *
     * <p><b>Fails when</b> an image cannot be read or the images of a batch differ in size
     *
     * <p><b>Cancels when</b> downstream cancels
     */
    public Source<Batch, NotUsed> source(int epoch) {
        return outcomes(epoch, 0, new Gate()).map(Outcome::orThrow);
    }

    private Source<Outcome<Batch>, NotUsed> outcomes(int epoch, int skipped, Gate gate) {
        return Source.fromIterator(() -> Chunk.of(
                        EpochOrder.shuffled(samples, recipe.seed(), epoch), pace.batch(), skipped, recipe.input()))
                .mapAsync(pace.parallelism(), chunk -> runtime.submit(() -> gate.call(() -> fill(chunk, epoch, gate))))
                .filter(TrainingBatches::endsBatch)
                .map(outcome -> outcome.then(Chunk::finishedBatch));
    }

    private static boolean endsBatch(Outcome<Chunk> outcome) {
        return !(outcome instanceof Outcome.Done<Chunk> done) || done.value().isLastOfBatch();
    }

    private Chunk fill(Chunk chunk, int epoch, Gate gate) {
        for (int i = chunk.from(); i < chunk.to() && !gate.isClosed(); i++) {
            recipe.put(chunk.batch(), i, chunk.samples().get(i), epoch);
        }
        return chunk;
    }
}
