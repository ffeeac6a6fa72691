package io.augstream.pixel;

import io.augstream.simd.Rehearsal;
import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.ByteVector;
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
        int done = 0;
        // Java loads the shuffle anew behind each store, which might have changed it: hence five vectors to a load.
        // A method for one of them, compiled before it could be inlined here, would give its vector on the heap.
        for (; done <= last - 4 * WHOLE_THREES; done += 5 * WHOLE_THREES) {
            int source = at + last - done;
            int target = toAt + done;
            ByteVector first = ByteVector.fromArray(BYTES, from, source).rearrange(THREES);
            ByteVector second =
                    ByteVector.fromArray(BYTES, from, source - WHOLE_THREES).rearrange(THREES);
            ByteVector third =
                    ByteVector.fromArray(BYTES, from, source - 2 * WHOLE_THREES).rearrange(THREES);
            ByteVector fourth =
                    ByteVector.fromArray(BYTES, from, source - 3 * WHOLE_THREES).rearrange(THREES);
            ByteVector fifth =
                    ByteVector.fromArray(BYTES, from, source - 4 * WHOLE_THREES).rearrange(THREES);
            first.intoArray(to, target);
            second.intoArray(to, target + WHOLE_THREES);
            third.intoArray(to, target + 2 * WHOLE_THREES);
            fourth.intoArray(to, target + 3 * WHOLE_THREES);
            fifth.intoArray(to, target + 4 * WHOLE_THREES);
        }
        for (; done <= last; done += WHOLE_THREES) {
            ByteVector.fromArray(BYTES, from, at + last - done)
                    .rearrange(THREES)
                    .intoArray(to, toAt + done);
        }
        ByteVector.fromArray(BYTES, from, at).rearrange(FIRST_THREES).intoArray(to, toAt + last);
        // It begins within a pixel.
        for (int i = 0; i < LEFT_OVER; i++) {
            to[toAt + last + i] = from[at + WHOLE_THREES + 3 - LEFT_OVER + i];
        }
    }

    private static void fours(byte[] from, int at, int samples, byte[] to, int toAt) {
        int last = samples - LANES;
        for (int i = 0; i < last; i += LANES) {
            ByteVector.fromArray(BYTES, from, at + last - i).rearrange(FOURS).intoArray(to, toAt + i);
        }
        ByteVector.fromArray(BYTES, from, at).rearrange(FOURS).intoArray(to, toAt + last);
    }
}
