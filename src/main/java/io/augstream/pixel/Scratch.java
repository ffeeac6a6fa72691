package io.augstream.pixel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * Memory that stages borrow while a picture passes through them. Once it has seen the largest picture, it allocates nothing more, if
 * all want the same arrays in the same order. For one thread, and one picture at a time.
 */
public final class Scratch {
    private final Shelf<byte[]> bytes = new Shelf<>(byte[]::new, array -> array.length);
    private final Shelf<float[]> floats = new Shelf<>(float[]::new, array -> array.length);
    private final NoiseScratch noise = new NoiseScratch();
    private WarpScratch warp = new WarpScratch(1);

    /** Takes back all that was borrowed. */
    public void clear() {
        bytes.borrowed = 0;
        floats.borrowed = 0;
    }

    /** Exactly so many bytes, of any values, until the next {@link #clear}. */
    public byte[] bytes(int length) {
        return bytes.borrow(length);
    }

    float[] floats(int length) {
        return floats.borrow(length);
    }

    /** Used within one row, so that all stages can share it. */
    NoiseScratch noise() {
        return noise;
    }

    /** Likewise. */
    WarpScratch warp(int width) {
        if (warp.length < Math.min(width, WarpScratch.LONGEST)) {
            warp = new WarpScratch(width);
        }
        return warp;
    }

    /** Arrays of one kind, in the order in which they are borrowed. */
    private static final class Shelf<A> {
        private final List<A> arrays = new ArrayList<>();
        private final IntFunction<A> maker;
        private final ToIntFunction<A> length;
        private int borrowed;

        Shelf(IntFunction<A> maker, ToIntFunction<A> length) {
            this.maker = maker;
            this.length = length;
        }

        A borrow(int wanted) {
            int place = borrowed++;
            if (place == arrays.size()) {
                arrays.add(maker.apply(wanted));
            } else if (length.applyAsInt(arrays.get(place)) != wanted) {
                arrays.set(place, maker.apply(wanted));
            }
            return arrays.get(place);
        }
    }
}
