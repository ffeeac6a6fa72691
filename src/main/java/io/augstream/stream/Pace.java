package io.augstream.stream;

/**
 * How much is prepared at a time. Only {@code batch} has a say in the results.
 *
 * <p>When the trainer stops pulling, the stream goes on until one batch is ready to be taken, {@code prefetch} wait behind
 * it and {@code parallelism} tasks of {@link #CHUNK} images are done, and then stands still: {@link #imagesInFlight()}.
 *
 * @param batch images a batch
 * @param parallelism tasks at a time
 * @param prefetch finished batches that may wait behind the next one
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

    /** With two batches behind the next, which evens out images that take unequally long. */
    public static Pace of(int batch, int parallelism) {
        return new Pace(batch, parallelism, 2);
    }

    /**
     * The most images that have been read and not yet been handed to the trainer, at any time: (prefetch + 1) · batch + 1,
     * as the last batch may be one longer, and parallelism · min({@link #CHUNK}, batch + 1) in tasks.
     */
    public int imagesInFlight() {
        return (prefetch + 1) * batch + 1 + parallelism * Math.min(CHUNK, batch + 1);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }
}
