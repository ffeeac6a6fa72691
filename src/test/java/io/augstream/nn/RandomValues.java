package io.augstream.nn;

import io.augstream.random.CounterRandom;

/** Standard normal numbers for tests; the same key gives the same ones. */
final class RandomValues {
    private RandomValues() {}

    static float[] floats(int count, long key) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) CounterRandom.gaussianAt(key, i);
        }
        return values;
    }

    static double[] toDoubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
