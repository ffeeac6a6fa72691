package io.augstream.random;

import java.util.random.RandomGenerator;

/**
 * Random numbers as a pure function of a 64-bit key and a counter: the n-th number of a key is {@code at(key, n)},
 * whatever was drawn before, on every Java version and every machine.
 *
 * <p>This is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) with its
 * state kept as key and counter. The JDK's generators are not used because their Gaussians differ between Java 17
 * and 25.
 *
 * <p>Not thread-safe; keys are free, so give each task its own.
 */
public final class CounterRandom implements RandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double DOUBLE_UNIT = 0x1.0p-53;

    private final long key;
    private long counter;

    public CounterRandom(long key) {
        this.key = key;
    }

    /** The {@code index}-th 64-bit number of the stream {@code key}; all 64 bits are usable. */
    public static long at(long key, long index) {
        return mix(key + (index + 1) * GOLDEN_GAMMA);
    }

    /** {@link #at} as a double, uniform in [0, 1) on multiples of 2⁻⁵³. */
    public static double uniformAt(long key, long index) {
        return (at(key, index) >>> 11) * DOUBLE_UNIT;
    }

    /** {@link #at} as a standard normal number. */
    public static double gaussianAt(long key, long index) {
        return Gaussian.quantile(((at(key, index) >>> 11) + 0.5) * DOUBLE_UNIT);
    }

    @Override
    public long nextLong() {
        return at(key, counter++);
    }

    @Override
    public double nextDouble() {
        return uniformAt(key, counter++);
    }

    @Override
    public double nextGaussian() {
        return gaussianAt(key, counter++);
    }

    /** Stafford's variant 13 of the MurmurHash3 finaliser: a bijection in which each input bit flips half the output. */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
