package io.augstream.pixel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sixteen pixels of three channels, and each channel of them as one vector. A channel's samples lie at places that are all
 * different modulo 16, so blending the three vectors of a block into one loses none, and one shuffle sorts them.
 */
final class BlockOfThrees {
    static final int PIXELS = 16;

    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_128;

    private static final VectorShuffle<Byte> RED_ORDER = order(0);
    private static final VectorShuffle<Byte> GREEN_ORDER = order(1);
    private static final VectorShuffle<Byte> BLUE_ORDER = order(2);

    private static final VectorMask<Byte> RED_IN_SECOND = within(0, 1);
    private static final VectorMask<Byte> RED_IN_THIRD = within(0, 2);
    private static final VectorMask<Byte> GREEN_IN_SECOND = within(1, 1);
    private static final VectorMask<Byte> GREEN_IN_THIRD = within(1, 2);
    private static final VectorMask<Byte> BLUE_IN_SECOND = within(2, 1);
    private static final VectorMask<Byte> BLUE_IN_THIRD = within(2, 2);

    private BlockOfThrees() {}

    private static VectorShuffle<Byte> order(int channel) {
        int[] sources = new int[PIXELS];
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            sources[pixel] = (3 * pixel + channel) % PIXELS;
        }
        return VectorShuffle.fromArray(BYTES, sources, 0);
    }

    private static VectorMask<Byte> within(int channel, int vector) {
        boolean[] within = new boolean[PIXELS];
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            int place = 3 * pixel + channel;
            within[place % PIXELS] = place / PIXELS == vector;
        }
        return VectorMask.fromArray(BYTES, within, 0);
    }

    static ByteVector reds(byte[] from, int at) {
        return load(from, at)
                .blend(load(from, at + PIXELS), RED_IN_SECOND)
                .blend(load(from, at + 2 * PIXELS), RED_IN_THIRD)
                .rearrange(RED_ORDER);
    }

    static ByteVector greens(byte[] from, int at) {
        return load(from, at)
                .blend(load(from, at + PIXELS), GREEN_IN_SECOND)
                .blend(load(from, at + 2 * PIXELS), GREEN_IN_THIRD)
                .rearrange(GREEN_ORDER);
    }

    static ByteVector blues(byte[] from, int at) {
        return load(from, at)
                .blend(load(from, at + PIXELS), BLUE_IN_SECOND)
                .blend(load(from, at + 2 * PIXELS), BLUE_IN_THIRD)
                .rearrange(BLUE_ORDER);
    }

    private static ByteVector load(byte[] from, int at) {
        return ByteVector.fromArray(BYTES, from, at);
    }
}
