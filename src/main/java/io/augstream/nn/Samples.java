package io.augstream.nn;

/**
 * Some samples of a batch, each as long as the next.
 *
 * @param first the number in the batch of the sample with which {@code values} begins
 */
record Samples(float[] values, int first) {
    /** A batch from its first sample on. */
    static Samples all(float[] values) {
        return new Samples(values, 0);
    }

    /** Where a sample of {@code size} values begins. */
    int at(int sample, int size) {
        return (sample - first) * size;
    }
}
