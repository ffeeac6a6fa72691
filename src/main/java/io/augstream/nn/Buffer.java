package io.augstream.nn;

import java.util.Arrays;

/** An array that grows to the largest size asked for and is used again: steady work allocates nothing. */
final class Buffer {
    private float[] values = {};

    /** At least {@code size} values, of whatever content the last use left. */
    float[] atLeast(int size) {
        if (values.length < size) {
            values = new float[size];
        }
        return values;
    }

    /** At least {@code size} values, the first {@code size} of them 0. */
    float[] zeros(int size) {
        float[] zeroed = atLeast(size);
        Arrays.fill(zeroed, 0, size, 0f);
        return zeroed;
    }
}
