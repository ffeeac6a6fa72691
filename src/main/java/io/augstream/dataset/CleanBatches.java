package io.augstream.dataset;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Samples as they are, in their own order, for scoring: no augmentation, no shuffling, every epoch the same.
 *
 * <p>Meant for images that are in memory already, so it reads and normalises in the caller's thread, when the batch is
 * asked for; a stream would only add the hand-over. Every batch has arrays of its own. Several epochs may be open at a
 * time, in several threads.
 */
public final class CleanBatches implements BatchSource {
    private final List<Sample> samples;
    private final NetworkInput input;
    private final List<BatchRange> ranges;

    /** @param batch images a batch, at least 1; it decides memory and speed, never a score */
    public CleanBatches(List<Sample> samples, NetworkInput input, int batch) {
        this.samples = List.copyOf(samples);
        this.input = input;
        this.ranges = BatchRange.cut(samples.size(), batch);
    }

    @Override
    public int size() {
        return samples.size();
    }

    /** @throws DataException from {@code next()} if an image cannot be read or differs in size from its batch */
    @Override
    public Epoch epoch(int epoch) {
        Iterator<BatchRange> left = ranges.iterator();
        return new Epoch() {
            @Override
            public @Nullable Batch next() {
                return left.hasNext() ? batch(left.next()) : null;
            }

            @Override
            public void close() {
                // Nothing runs between two calls of next().
            }
        };
    }

    private Batch batch(BatchRange range) {
        List<Sample> batch = samples.subList(range.from(), range.to());
        BatchAssembly assembly = new BatchAssembly(batch, input);
        for (int i = 0; i < batch.size(); i++) {
            assembly.put(i, batch.get(i).source().read());
        }
        return assembly.finish();
    }
}
