package io.augstream.dataset;

import org.jspecify.annotations.Nullable;

/** Batches, epoch by epoch. What an epoch holds depends on its number alone: asked twice, it gives the same bytes. */
public interface BatchSource {
    /** Opens a pass over the data; epochs count from 0. Only one thread may pull from it. */
    Epoch epoch(int epoch);

    /** Images an epoch. */
    int size();

    /** One pass; closing it early stops whatever prepares its batches. */
    interface Epoch extends AutoCloseable {
        /** The next batch, waiting for it if need be; null when the pass is over. */
        @Nullable Batch next();

        @Override
        void close();
    }
}
