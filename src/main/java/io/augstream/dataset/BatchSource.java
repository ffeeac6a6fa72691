package io.augstream.dataset;

import java.util.Iterator;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Batches, epoch by epoch. What an epoch holds depends on its number alone: asked twice, it gives the same bytes. */
public interface BatchSource {
    /**
     * Batches that the caller makes, when they are asked for.
     *
     * @param size images an epoch
     * @param epochs the batches of an epoch, by its number alone
     */
    static BatchSource of(int size, IntFunction<Iterator<Batch>> epochs) {
        return new MadeBatches(size, epochs);
    }

    /** Opens a pass over the data; epochs count from 0. Only one thread may pull from it. */
    Epoch epoch(int epoch);

    /**
     * The same pass without its first batches, for a training that goes on in the middle of an epoch. Whoever can do
     * better than to prepare them in vain does.
     *
     * @param skipped batches, at least 0; the pass is empty where there are no more
     */
    default Epoch epoch(int epoch, int skipped) {
        Epoch pass = epoch(epoch);
        for (int i = 0; i < skipped && pass.next() != null; i++) {
            // The next one is looked for.
        }
        return pass;
    }

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
