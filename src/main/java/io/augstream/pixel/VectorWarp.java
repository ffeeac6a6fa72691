package io.augstream.pixel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import io.augstream.simd.Rehearsal;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A pixel a lane of 32 bits. Two vectors of 64-bit lanes, of even pixels and of odd ones, become one of 32-bit lanes in which
 * pixels stand in their order: an even pixel in the lower half of a lane, the odd one after it in the upper half.
 */
final class VectorWarp implements WarpLoops {
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int LANES = INTS.length();
    private static final long LOW = 0xffff_ffffL;
    /** The lowest byte of a lane's upper half. */
    private static final long HIGH_BYTE = 0xffL << 32;

    static {
        Rehearsal.run();
    }

    @Override
    public void positions(WarpScratch scratch, int count, long x, long y, long stepX, long stepY, Raster source) {
        int[] xs = scratch.xs;
        int[] ys = scratch.ys;
        long[] words = scratch.words;
        int rowLength = source.rowLength();
        int channels = source.channels();
        LongVector evenX =
                LongVector.broadcast(LONGS, x).addIndex(1).sub(x).mul(2 * stepX).add(x);
        LongVector evenY =
                LongVector.broadcast(LONGS, y).addIndex(1).sub(y).mul(2 * stepY).add(y);
        LongVector oddX = evenX.add(stepX);
        LongVector oddY = evenY.add(stepY);
        long strideX = stepX * LANES;
        long strideY = stepY * LANES;
        for (int i = 0; i < count; i += LANES) {
            IntVector parts = parts(evenX, oddX);
            IntVector partsY = parts(evenY, oddY);
            parts.intoArray(xs, i);
            partsY.intoArray(ys, i);
            IntVector row = partsY.lanewise(ASHR, Fixed.BITS).mul(rowLength);
            IntVector at = parts.lanewise(ASHR, Fixed.BITS).mul(channels).add(row);
            at.reinterpretAsLongs().intoArray(words, i / 2);
            evenX = evenX.add(strideX);
            oddX = oddX.add(strideX);
            evenY = evenY.add(strideY);
            oddY = oddY.add(strideY);
        }
    }

    private static IntVector parts(LongVector even, LongVector odd) {
        LongVector low = even.lanewise(LSHR, Fixed.SHIFT).and(LOW);
        return low.or(odd.lanewise(LSHL, Fixed.BITS).and(~LOW)).reinterpretAsInts();
    }

    @Override
    public void blendGray(WarpScratch scratch, int count) {
        int[] xs = scratch.xs;
        int[] ys = scratch.ys;
        long[] words = scratch.words;
        int half = scratch.half;
        for (int i = 0; i < count; i += LANES) {
            IntVector right = IntVector.fromArray(INTS, xs, i).and(Fixed.FRACTION);
            IntVector below = IntVector.fromArray(INTS, ys, i).and(Fixed.FRACTION);
            IntVector w11 = right.mul(below).add(Fixed.HALF).lanewise(LSHR, Fixed.BITS);
            IntVector w10 = below.sub(w11);
            IntVector w01 = right.sub(w11);
            IntVector w00 = IntVector.broadcast(INTS, Fixed.ONE).sub(right).sub(w10);
            IntVector levels = LongVector.fromArray(LONGS, words, half + i / 2).reinterpretAsInts();
            IntVector top = levels.and(0xff)
                    .mul(w00)
                    .add(levels.lanewise(LSHR, 8).and(0xff).mul(w01));
            IntVector bottom = levels.lanewise(LSHR, 16)
                    .and(0xff)
                    .mul(w10)
                    .add(levels.lanewise(LSHR, 24).mul(w11));
            IntVector level = top.add(bottom).add(Fixed.HALF).lanewise(LSHR, Fixed.BITS);
            LongVector pairs = level.reinterpretAsLongs();
            pairs.and(0xff).or(pairs.lanewise(LSHR, 24)).intoArray(scratch.pairs, i / 2);
        }
    }

    /** Whole in one method: what is called from a body of this many vector operations is not inlined, and each vector boxed. */
    @Override
    public void blendColours(WarpScratch scratch, int count, int bits) {
        int[] xs = scratch.xs;
        int[] ys = scratch.ys;
        long[] words = scratch.words;
        int half = scratch.half;
        long[] pairs = scratch.pairs;
        int rest = Integer.SIZE - bits;
        long onePixel = LOW >>> rest;
        for (int i = 0; i < count; i += LANES) {
            IntVector right = IntVector.fromArray(INTS, xs, i).and(Fixed.FRACTION);
            IntVector below = IntVector.fromArray(INTS, ys, i).and(Fixed.FRACTION);
            IntVector w11 = right.mul(below).add(Fixed.HALF).lanewise(LSHR, Fixed.BITS);
            IntVector w10 = below.sub(w11);
            IntVector w01 = right.sub(w11);
            IntVector w00 = IntVector.broadcast(INTS, Fixed.ONE).sub(right).sub(w10);
            LongVector evenTop = LongVector.fromArray(LONGS, words, i / 2 + half);
            LongVector oddTop = LongVector.fromArray(LONGS, words, i / 2 + 3 * half);
            LongVector even = LongVector.fromArray(LONGS, words, i / 2 + 2 * half);
            LongVector odd = LongVector.fromArray(LONGS, words, i / 2 + 4 * half);
            IntVector n00 =
                    evenTop.and(LOW).or(oddTop.lanewise(LSHL, Integer.SIZE)).reinterpretAsInts();
            IntVector n10 = even.and(LOW).or(odd.lanewise(LSHL, Integer.SIZE)).reinterpretAsInts();
            LongVector rightOfEven = evenTop.lanewise(LSHR, bits).and(LOW);
            LongVector rightOfOdd = oddTop.lanewise(LSHL, rest).and(~LOW);
            IntVector n01 = rightOfEven.or(rightOfOdd).reinterpretAsInts();
            LongVector belowRightOfEven = even.lanewise(LSHR, bits).and(LOW);
            LongVector belowRightOfOdd = odd.lanewise(LSHL, rest).and(~LOW);
            IntVector n11 = belowRightOfEven.or(belowRightOfOdd).reinterpretAsInts();
            IntVector red = n00.and(0xff)
                    .mul(w00)
                    .add(n01.and(0xff).mul(w01))
                    .add(n10.and(0xff).mul(w10).add(n11.and(0xff).mul(w11)))
                    .add(Fixed.HALF);
            // Weighed where it stands: 0xff00 times 2^15 fits 31 bits.
            IntVector green = n00.and(0xff00)
                    .mul(w00)
                    .add(n01.and(0xff00).mul(w01))
                    .add(n10.and(0xff00).mul(w10).add(n11.and(0xff00).mul(w11)))
                    .add(Fixed.HALF << 8);
            IntVector blue = n00.lanewise(LSHR, 16)
                    .and(0xff)
                    .mul(w00)
                    .add(n01.lanewise(LSHR, 16).and(0xff).mul(w01))
                    .add(n10.lanewise(LSHR, 16).and(0xff).mul(w10))
                    .add(n11.lanewise(LSHR, 16).and(0xff).mul(w11))
                    .add(Fixed.HALF);
            LongVector pixels = red.lanewise(LSHR, Fixed.BITS)
                    .or(green.lanewise(LSHR, Fixed.BITS).and(0xff00))
                    .or(blue.lanewise(LSHL, 16 - Fixed.BITS).and(0xff0000))
                    .reinterpretAsLongs();
            LongVector second = pixels.lanewise(LSHR, rest).and(onePixel << bits);
            pixels.and(onePixel).or(second).intoArray(pairs, i / 2);
        }
    }

    @Override
    public void blendAlphas(WarpScratch scratch, int count) {
        long[] words = scratch.words;
        int half = scratch.half;
        for (int i = 0; i < count; i += LANES) {
            IntVector right = IntVector.fromArray(INTS, scratch.xs, i).and(Fixed.FRACTION);
            IntVector below = IntVector.fromArray(INTS, scratch.ys, i).and(Fixed.FRACTION);
            IntVector w11 = right.mul(below).add(Fixed.HALF).lanewise(LSHR, Fixed.BITS);
            IntVector w10 = below.sub(w11);
            IntVector w01 = right.sub(w11);
            IntVector w00 = IntVector.broadcast(INTS, Fixed.ONE).sub(right).sub(w10);
            LongVector evenTop = LongVector.fromArray(LONGS, words, i / 2 + half);
            LongVector oddTop = LongVector.fromArray(LONGS, words, i / 2 + 3 * half);
            LongVector even = LongVector.fromArray(LONGS, words, i / 2 + 2 * half);
            LongVector odd = LongVector.fromArray(LONGS, words, i / 2 + 4 * half);
            LongVector n00 = evenTop.lanewise(LSHR, 24)
                    .and(0xff)
                    .or(oddTop.lanewise(LSHL, 8).and(HIGH_BYTE));
            LongVector n01 =
                    evenTop.lanewise(LSHR, 56).or(oddTop.lanewise(LSHR, 24).and(HIGH_BYTE));
            LongVector n10 =
                    even.lanewise(LSHR, 24).and(0xff).or(odd.lanewise(LSHL, 8).and(HIGH_BYTE));
            LongVector n11 = even.lanewise(LSHR, 56).or(odd.lanewise(LSHR, 24).and(HIGH_BYTE));
            LongVector alpha = n00.reinterpretAsInts()
                    .mul(w00)
                    .add(n01.reinterpretAsInts().mul(w01))
                    .add(n10.reinterpretAsInts().mul(w10))
                    .add(n11.reinterpretAsInts().mul(w11))
                    .add(Fixed.HALF)
                    .lanewise(LSHR, Fixed.BITS)
                    .lanewise(LSHL, 24)
                    .reinterpretAsLongs();
            LongVector.fromArray(LONGS, scratch.pairs, i / 2).or(alpha).intoArray(scratch.pairs, i / 2);
        }
    }
}
