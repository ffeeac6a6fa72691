package io.augstream.dataset;

import java.util.Iterator;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Batches out of iterators, one an epoch. */
record MadeBatches(int size, IntFunction<Iterator<Batch>> epochs) implements BatchSource {
    @Override
    public Epoch epoch(int epoch) {
        Iterator<Batch> batches = epochs.apply(epoch);
        return new Epoch() {
            @Override
            public @Nullable Batch next() {
                return batches.hasNext() ? batches.next() : null;
            }

            @Override
            public void close() {
                // An iterator has nothing to end.
            }
        };
    }
}
