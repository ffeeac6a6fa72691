package io.augstream.nn;

import io.augstream.random.RandomKey;

/**
 * The corner of Sylvester's Hadamard matrix H, over the root of its size n, the next power of 2 from fan_in and the outputs up: entry
 * (i, j) is gain/√n where i and j share an even number of one bits, else −gain/√n. Nothing is drawn, and yet all columns
 * differ: of a square matrix they are orthogonal (Zhao, Schäfer and Anandkumar 2022, section 3, who begin networks so).
 *
 * @param gain at least 0
 */
public record HadamardWeights(double gain) implements Initializer {
    public HadamardWeights {
        Bounds.finiteAndNotNegative(gain, "gain");
    }

    @Override
    public void fill(float[] weights, int fanIn, int fanOut, RandomKey key) {
        int outputs = weights.length / fanIn;
        int largest = Math.max(fanIn, outputs);
        int size = Math.max(1, Integer.highestOneBit(2 * largest - 1));
        float entry = (float) (gain / Math.sqrt(size));
        for (int i = 0; i < fanIn; i++) {
            for (int j = 0; j < outputs; j++) {
                weights[i * outputs + j] = Integer.bitCount(i & j) % 2 == 0 ? entry : -entry;
            }
        }
    }
}
