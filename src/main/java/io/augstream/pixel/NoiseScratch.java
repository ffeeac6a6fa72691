package io.augstream.pixel;

/** Room for the noise of some pixels, to be used over and over by one thread. */
final class NoiseScratch {
    /** A multiple of 3 channels and of 32 lanes, so that the loops have no rest but at the end of a picture. */
    static final int LENGTH = 1536;

    final float[] uniforms = new float[LENGTH];
    final short[] noise = new short[LENGTH];

    /** For {@link ScalarNoise} alone. */
    final int[] hashes = new int[LENGTH];

    final float[] bits = new float[LENGTH];
    final float[] mantissas = new float[LENGTH];
    final float[] normals = new float[LENGTH];
}
