package io.augstream.pixel;

/** The loops of Gaussian noise; {@link NoiseFormula} says what they compute. All arrays are read and written from 0 on unless said. */
interface NoiseLoops {
    /**
     * Uniform numbers of the field: {@link NoiseFormula#uniform} of each index.
     *
     * @param first index of the first number
     * @param count of numbers, {@value NoiseScratch#LENGTH} at most
     * @param room whose {@link NoiseScratch#uniforms} take them
     */
    void uniforms(int low, int high, int first, int count, NoiseScratch room);

    /**
     * Makes them normal: {@link NoiseFormula#rounded} of each, into {@link NoiseScratch#noise}.
     *
     * @param deviation in levels, in [0, 5000], so that 5.5 deviations fit in 16 bits
     */
    void rounded(NoiseScratch room, int count, float deviation);

    /** Adds noise to levels 0..255 and clips the sums to 0..255; {@code to} may be {@code from}, at the same place. */
    void add(byte[] from, int at, short[] noise, int count, byte[] to, int toAt);
}
