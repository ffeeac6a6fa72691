package io.augstream.pixel;

import io.augstream.simd.Rehearsal;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * With byte shuffles, as many whole pixels as a vector holds at a time; what a vector writes beyond them the next one overwrites.
 *
 * <p>Vectors of 256 bits at most: shuffling 64 bytes takes an instruction (AVX-512 VBMI) that some machines with 512 bits lack,
 * and there Java falls back to a loop a thousand times slower. The shuffles are constants of the class, one loop for each, for
 * one that is chosen at run time is checked and unpacked anew at each step.
 */
final class VectorMirror implements MirrorLoops {
    private static final VectorSpecies<Byte> BYTES =
            ByteVector.SPECIES_PREFERRED.vectorBitSize() >= 256 ? ByteVector.SPECIES_256 : ByteVector.SPECIES_128;
    private static final int LANES = BYTES.length();
    /** 3 bytes a pixel leave 1 or 2 over. */
    private static final int WHOLE_THREES = LANES / 3 * 3;

    private static final VectorShuffle<Byte> ONES = reversal(1);
    private static final VectorShuffle<Byte> THREES = reversal(3);
    private static final VectorShuffle<Byte> FOURS = reversal(4);

    /** The last whole pixels of a vector, from the last to the first; then byte 0, to be overwritten. */
    private static VectorShuffle<Byte> reversal(int channels) {
        int[] sources = new int[LANES];
        int whole = LANES / channels * channels;
        for (int i = 0; i < whole; i++) {
            sources[i] = LANES - (i / channels + 1) * channels + i % channels;
        }
        return VectorShuffle.fromArray(BYTES, sources, 0);
    }

    static {
        Rehearsal.run();
    }

    @Override
    public void row(byte[] from, int at, int pixels, int channels, byte[] to, int toAt) {
        int samples = pixels * channels;
        int done =
                switch (channels) {
                    case 1 -> ones(from, at + samples, to, toAt, samples);
                    case 3 -> threes(from, at + samples, to, toAt, samples);
                    default -> fours(from, at + samples, to, toAt, samples);
                };
        ScalarMirror.rest(from, at, samples - done, channels, to, toAt + done);
    }

    /** Returns how many samples are done, from the end of the source and the start of the target. */
    private static int ones(byte[] from, int end, byte[] to, int toAt, int samples) {
        int i = 0;
        for (; i <= samples - LANES; i += LANES) {
            ByteVector.fromArray(BYTES, from, end - i - LANES).rearrange(ONES).intoArray(to, toAt + i);
        }
        return i;
    }

    private static int threes(byte[] from, int end, byte[] to, int toAt, int samples) {
        int i = 0;
        for (; i <= samples - LANES; i += WHOLE_THREES) {
            ByteVector.fromArray(BYTES, from, end - i - LANES).rearrange(THREES).intoArray(to, toAt + i);
        }
        return i;
    }

    private static int fours(byte[] from, int end, byte[] to, int toAt, int samples) {
        int i = 0;
        for (; i <= samples - LANES; i += LANES) {
            ByteVector.fromArray(BYTES, from, end - i - LANES).rearrange(FOURS).intoArray(to, toAt + i);
        }
        return i;
    }
}
