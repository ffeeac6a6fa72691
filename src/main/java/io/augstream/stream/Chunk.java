package io.augstream.stream;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchAssembly;
import io.augstream.dataset.BatchRange;
import io.augstream.dataset.NetworkInput;
import io.augstream.dataset.Sample;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The work of one task: some neighbouring places of one batch. Since every image is written to its own place, how a
 * batch is cut into chunks cannot be seen in it.
 *
 * @param samples those of the whole batch
 * @param from the first place
 * @param to the place after the last
 */
record Chunk(List<Sample> samples, BatchAssembly batch, int from, int to) {
    /** The chunks of an epoch in order, without its first {@code skipped} batches; each batch's buffer comes into being when the first of its chunks is reached. */
    static Iterator<Chunk> of(List<Sample> order, int batch, int skipped, NetworkInput input) {
        return BatchRange.cut(order.size(), batch).stream()
                .skip(skipped)
                .flatMap(range -> ofBatch(order.subList(range.from(), range.to()), input).stream())
                .iterator();
    }

    private static List<Chunk> ofBatch(List<Sample> samples, NetworkInput input) {
        BatchAssembly assembly = new BatchAssembly(samples, input);
        List<Chunk> chunks = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += Pace.CHUNK) {
            chunks.add(new Chunk(samples, assembly, from, Math.min(from + Pace.CHUNK, samples.size())));
        }
        return chunks;
    }

    boolean isLastOfBatch() {
        return to == samples.size();
    }

    Batch finishedBatch() {
        return batch.finish();
    }
}
