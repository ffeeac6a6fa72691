package io.augstream.train;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same batches every epoch, from memory. */
record MemoryBatches(List<Batch> batches) implements BatchSource {
    @Override
    public Epoch epoch(int epoch) {
        var left = batches.iterator();
        return new Epoch() {
            @Override
            public @Nullable Batch next() {
                return left.hasNext() ? left.next() : null;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public int size() {
        return batches.stream().mapToInt(Batch::size).sum();
    }
}
