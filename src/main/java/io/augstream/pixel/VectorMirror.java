package io.augstream.pixel;

import io.augstream.simd.Rehearsal;
import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * With byte shuffles, as many whole pixels as a vector holds at a time; what a vector writes beyond them the next one overwrites. The
 * last vector of a row overlaps the one before it.
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

    private static final int LEFT_OVER = LANES - WHOLE_THREES;

    private static final VectorShuffle<Byte> ONES = shuffle(i -> LANES - 1 - i);
    private static final VectorShuffle<Byte> FOURS = shuffle(i -> LANES - 4 - i / 4 * 4 + i % 4);
    /** The last whole pixels; then any byte, to be overwritten. */
    private static final VectorShuffle<Byte> THREES =
            shuffle(i -> i < WHOLE_THREES ? LANES - 3 - i / 3 * 3 + i % 3 : 0);
    /** The first whole pixels, behind any bytes. */
    private static final VectorShuffle<Byte> FIRST_THREES =
            shuffle(i -> i < LEFT_OVER ? 0 : WHOLE_THREES - 3 - (i - LEFT_OVER) / 3 * 3 + (i - LEFT_OVER) % 3);

    private static final VectorMask<Byte> WHOLE = VectorMask.fromLong(BYTES, -1L << LEFT_OVER);

    private static VectorShuffle<Byte> shuffle(IntUnaryOperator source) {
        return VectorShuffle.fromOp(BYTES, source);
    }

    static {
        Rehearsal.run();
    }

    @Override
    public void row(byte[] from, int at, int pixels, int channels, byte[] to, int toAt) {
        if (pixels * channels < LANES) {
            ScalarMirror.pixels(from, at, pixels, channels, to, toAt);
            return;
        }
        switch (channels) {
            case 1 -> ones(from, at, pixels, to, toAt);
            case 3 -> threes(from, at, 3 * pixels, to, toAt);
            default -> fours(from, at, 4 * pixels, to, toAt);
        }
    }

    private static void ones(byte[] from, int at, int samples, byte[] to, int toAt) {
        int last = samples - LANES;
        for (int i = 0; i < last; i += LANES) {
            ByteVector.fromArray(BYTES, from, at + last - i).rearrange(ONES).intoArray(to, toAt + i);
        }
        ByteVector.fromArray(BYTES, from, at).rearrange(ONES).intoArray(to, toAt + last);
    }

    private static void threes(byte[] from, int at, int samples, byte[] to, int toAt) {
        int last = samples - LANES;
        int i = 0;
        // Java loads the shuffle anew behind each store, which might have changed it: hence five vectors to a load.
        for (; i <= last - 4 * WHOLE_THREES; i += 5 * WHOLE_THREES) {
            int source = at + last - i;
            int target = toAt + i;
            ByteVector first = threes(from, source);
            ByteVector second = threes(from, source - WHOLE_THREES);
            ByteVector third = threes(from, source - 2 * WHOLE_THREES);
            ByteVector fourth = threes(from, source - 3 * WHOLE_THREES);
            ByteVector fifth = threes(from, source - 4 * WHOLE_THREES);
            first.intoArray(to, target);
            second.intoArray(to, target + WHOLE_THREES);
            third.intoArray(to, target + 2 * WHOLE_THREES);
            fourth.intoArray(to, target + 3 * WHOLE_THREES);
            fifth.intoArray(to, target + 4 * WHOLE_THREES);
        }
        for (; i <= last; i += WHOLE_THREES) {
            threes(from, at + last - i).intoArray(to, toAt + i);
        }
        ByteVector end = ByteVector.fromArray(BYTES, from, at).rearrange(FIRST_THREES);
        ByteVector.fromArray(BYTES, to, toAt + last).blend(end, WHOLE).intoArray(to, toAt + last);
    }

    private static ByteVector threes(byte[] from, int at) {
        return ByteVector.fromArray(BYTES, from, at).rearrange(THREES);
    }

    private static void fours(byte[] from, int at, int samples, byte[] to, int toAt) {
        int last = samples - LANES;
        for (int i = 0; i < last; i += LANES) {
            ByteVector.fromArray(BYTES, from, at + last - i).rearrange(FOURS).intoArray(to, toAt + i);
        }
        ByteVector.fromArray(BYTES, from, at).rearrange(FOURS).intoArray(to, toAt + last);
    }
}
