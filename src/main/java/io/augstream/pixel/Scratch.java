package io.augstream.pixel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * Memory that stages borrow while a picture passes through them, and that the next picture borrows again. Of pictures of one size it soon
 * holds what they need, whichever of the stages each passes; decision 9 (decisions/0009) tells where it does not. For one thread,
 * and one picture at a time.
 */
public final class Scratch {
    private final Shelf<byte[]> bytes = new Shelf<>(byte[]::new, array -> array.length);
    private final Shelf<float[]> floats = new Shelf<>(float[]::new, array -> array.length);
    private final Shelf<double[]> doubles = new Shelf<>(double[]::new, array -> array.length);
    private final NoiseScratch noise = new NoiseScratch();
    private WarpScratch warp = new WarpScratch(1);

    /** Takes back all that was borrowed. */
    public void clear() {
        bytes.clear();
        floats.clear();
        doubles.clear();
    }

    /** Exactly so many bytes, of any values, until the next {@link #clear}. */
    public byte[] bytes(int length) {
        return bytes.borrow(length);
    }

    /** So many doubles or more, likewise. */
    public double[] doubles(int atLeast) {
        return doubles.borrow(roundedUp(atLeast));
    }

    float[] floats(int atLeast) {
        return floats.borrow(roundedUp(atLeast));
    }

    /** To a power of two, so that what kernels of many sizes take is of few. */
    private static int roundedUp(int length) {
        int highest = Integer.highestOneBit(length);
        return highest == length || highest == 1 << 30 ? length : 2 * highest;
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

    /** Arrays of one kind: those that are lent, and behind them others. */
    private static final class Shelf<A> {
        private final List<A> arrays = new ArrayList<>();
        private final IntFunction<A> maker;
        private final ToIntFunction<A> length;
        private int lent;
        /** All lengths together. */
        private long held;
        /** The most that one picture has borrowed. */
        private long most;

        Shelf(IntFunction<A> maker, ToIntFunction<A> length) {
            this.maker = maker;
            this.length = length;
        }

        A borrow(int wanted) {
            int place = lent;
            while (place < arrays.size() && length.applyAsInt(arrays.get(place)) != wanted) {
                place++;
            }
            if (place == arrays.size()) {
                arrays.add(maker.apply(wanted));
                held += wanted;
            }
            Collections.swap(arrays, lent, place);
            return arrays.get(lent++);
        }

        /** Where pictures have ever other sizes, what the last one did not take is given up before it is more than that. */
        void clear() {
            long borrowed = 0;
            for (int i = 0; i < lent; i++) {
                borrowed += length.applyAsInt(arrays.get(i));
            }
            most = Math.max(most, borrowed);
            if (held > 2 * most) {
                arrays.subList(lent, arrays.size()).clear();
                held = borrowed;
            }
            lent = 0;
        }
    }
}
