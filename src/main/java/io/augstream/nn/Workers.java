package io.augstream.nn;

import java.util.function.IntConsumer;

/** Those who share a piece of work that is cut into numbered slices. */
public interface Workers {
    /** The calling thread, and nobody else. */
    Workers ALONE = (slices, work) -> {
        for (int slice = 0; slice < slices; slice++) {
            work.accept(slice);
        }
    };

    /**
     * Runs slices 0 to {@code slices} − 1, on any thread and in any order, and comes back when all are done. A slice writes
     * nothing that another one reads or writes, so that threads show in no result.
     */
    void each(int slices, IntConsumer work);
}
