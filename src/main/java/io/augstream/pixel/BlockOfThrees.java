package io.augstream.pixel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Eight pixels of three channels, and each channel of them in the lower half of a vector. The 24 bytes are read as two vectors
 * of 16 that overlap. A channel's samples are then in lanes that are all different, so blending the two vectors into one loses none,
 * and one shuffle sorts them.
 */
final class BlockOfThrees {
    static final int PIXELS = 8;

    private static final int LANES = 16;
    /** Where the second vector begins. */
    private static final int SECOND = 8;

    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_128;

    private static final VectorShuffle<Byte> RED_ORDER = order(0);
    private static final VectorShuffle<Byte> GREEN_ORDER = order(1);
    private static final VectorShuffle<Byte> BLUE_ORDER = order(2);

    private static final VectorMask<Byte> RED_IN_SECOND = inSecond(0);
    private static final VectorMask<Byte> GREEN_IN_SECOND = inSecond(1);
    private static final VectorMask<Byte> BLUE_IN_SECOND = inSecond(2);

    private BlockOfThrees() {}

    private static VectorShuffle<Byte> order(int channel) {
        int[] sources = new int[LANES];
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            int place = 3 * pixel + channel;
            sources[pixel] = place < LANES ? place : place - SECOND;
        }
        return VectorShuffle.fromArray(BYTES, sources, 0);
    }

    private static VectorMask<Byte> inSecond(int channel) {
        boolean[] inSecond = new boolean[LANES];
        for (int place = channel; place < 3 * PIXELS; place += 3) {
            if (place >= LANES) {
                inSecond[place - SECOND] = true;
            }
        }
        return VectorMask.fromArray(BYTES, inSecond, 0);
    }

    /**
     * Writes the channels of {@code pixels}, a multiple of 8, one behind the other, each {@code length} bytes after the one before.
     * Vectors are stored whole: 8 bytes behind each channel's last are written too.
     */
    static void split(byte[] from, int at, int pixels, byte[] to, int length) {
        for (int i = 0; i < pixels; i += PIXELS) {
            ByteVector first = first(from, at + 3 * i);
            ByteVector second = second(from, at + 3 * i);
            first.blend(second, RED_IN_SECOND).rearrange(RED_ORDER).intoArray(to, i);
            first.blend(second, GREEN_IN_SECOND).rearrange(GREEN_ORDER).intoArray(to, length + i);
            first.blend(second, BLUE_IN_SECOND).rearrange(BLUE_ORDER).intoArray(to, 2 * length + i);
        }
    }

    private static ByteVector first(byte[] from, int at) {
        return ByteVector.fromArray(BYTES, from, at);
    }

    private static ByteVector second(byte[] from, int at) {
        return ByteVector.fromArray(BYTES, from, at + SECOND);
    }
}
