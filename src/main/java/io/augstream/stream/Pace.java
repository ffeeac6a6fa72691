package io.augstream.stream;

/**
 * How much is prepared at a time. Only {@code batch} has a say in the results.
 *
 * <p>When the trainer stops pulling, the stream goes on until {@code prefetch} batches wait and {@code parallelism}
 * tasks of {@link #CHUNK} images are done, and then stands still: {@link #imagesInFlight()}.
 *
 * @param batch images a batch
 * @param parallelism tasks at a time
 * @param prefetch finished batches that may wait for the trainer
 */
public record Pace(int batch, int parallelism, int prefetch) {
    /**
     * Images a task: enough that the hand-over between threads, some 10 µs, is small even for 32 x 32 images, and few
     * enough that all workers share the first batch of an epoch.
     */
    static final int CHUNK = 8;

    public Pace {
        atLeastOne("batch", batch);
        atLeastOne("parallelism", parallelism);
        atLeastOne("prefetch", prefetch);
    }

    /** Two batches ahead: one to take, one in the making. */
    public static Pace of(int batch, int parallelism) {
        return new Pace(batch, parallelism, 2);
    }

    /**
     * The most images that have been read and not yet been handed to the trainer, at any time: prefetch batches, the
     * last of which may be one longer, and a chunk for each task.
     */
    public int imagesInFlight() {
        return prefetch * batch + 1 + parallelism * Math.min(CHUNK, batch + 1);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }
}
