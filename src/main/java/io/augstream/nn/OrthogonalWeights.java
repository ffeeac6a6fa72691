package io.augstream.nn;

import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;

/**
 * A matrix of fan_in rows whose columns (or rows, where those are fewer) are orthogonal and of length {@code gain}, drawn
 * evenly from all such: Saxe and others, 2014. Costs fan_in times outputs times the fewer of them.
 *
 * @param gain at least 0
 */
public record OrthogonalWeights(double gain) implements Initializer {
    public OrthogonalWeights {
        Bounds.finiteAndNotNegative(gain, "gain");
    }

    @Override
    public void fill(float[] weights, int fanIn, int fanOut, RandomKey key) {
        int outputs = weights.length / fanIn;
        boolean columns = outputs <= fanIn;
        double[][] vectors = new double[Math.min(fanIn, outputs)][Math.max(fanIn, outputs)];
        for (int v = 0; v < vectors.length; v++) {
            for (int i = 0; i < vectors[v].length; i++) {
                vectors[v][i] = CounterRandom.gaussianAt(key.value(), (long) v * vectors[v].length + i);
            }
            makeOrthogonal(vectors, v);
            for (int i = 0; i < vectors[v].length; i++) {
                int place = columns ? i * outputs + v : v * outputs + i;
                weights[place] = (float) (gain * vectors[v][i]);
            }
        }
    }

    /** Gram and Schmidt, twice: the first time leaves rounding errors where vectors were nearly parallel. */
    private static void makeOrthogonal(double[][] vectors, int last) {
        double[] vector = vectors[last];
        for (int round = 0; round < 2; round++) {
            for (int v = 0; v < last; v++) {
                addMultiple(vector, -dot(vector, vectors[v]), vectors[v]);
            }
        }
        double length = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void addMultiple(double[] to, double factor, double[] vector) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }
}
