package io.augstream.pixel;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.B2S;
import static jdk.incubator.vector.VectorOperators.S2F;

import io.augstream.simd.Rehearsal;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Multiply-adds in pairs of floats, a vector at a time; what is left over comes from the table, which is the same.
 *
 * <p>Vectors of floats of one length alone: HotSpot's compiler inlines what vectors do by the class that it has seen, and a process
 * that has seen floats of two lengths puts each vector on the heap, those of a training network too (377 MB a step of resnet8).
 */
final class VectorScaling implements ScalingLoops {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final int SAMPLES = SHORTS.length();
    /** As many lanes as there are shorts. */
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));

    private static final ScalarScaling FROM_TABLE = new ScalarScaling();

    static {
        Rehearsal.run();
    }

    @Override
    public void interleaved(ChannelScaling s, byte[] from, int at, int pixels, float[] to, int toAt) {
        int samples = pixels * s.channels;
        int end = samples - samples % ChannelScaling.PERIOD;
        for (int i = 0; i < end; i += ChannelScaling.PERIOD) {
            for (int phase = 0; phase < ChannelScaling.PERIOD; phase += SAMPLES) {
                ShortVector levels = levels(from, at + i + phase);
                scaled(levels, 0, s, phase).intoArray(to, toAt + i + phase);
                scaled(levels, 1, s, phase + LANES).intoArray(to, toAt + i + phase + LANES);
            }
        }
        FROM_TABLE.interleaved(s, from, at + end, (samples - end) / s.channels, to, toAt + end);
    }

    private static ShortVector levels(byte[] from, int at) {
        return ((ShortVector) ByteVector.fromArray(BYTES, from, at).convertShape(B2S, SHORTS, 0))
                .lanewise(AND, (short) 0xff);
    }

    /** {@link ChannelScaling}'s value, by the numbers from {@code phase} on. */
    private static FloatVector scaled(ShortVector levels, int part, ChannelScaling s, int phase) {
        return scaled(
                (FloatVector) levels.convertShape(S2F, FLOATS, part),
                FloatVector.fromArray(FLOATS, s.scaleHigh, phase),
                FloatVector.fromArray(FLOATS, s.scaleLow, phase),
                FloatVector.fromArray(FLOATS, s.shiftHigh, phase),
                FloatVector.fromArray(FLOATS, s.shiftLow, phase));
    }

    private static FloatVector scaled(
            FloatVector level, FloatVector scale, FloatVector scaleLow, FloatVector shift, FloatVector shiftLow) {
        FloatVector product = level.mul(scale);
        FloatVector productError = level.fma(scale, product.neg());
        FloatVector rest = level.fma(scaleLow, shiftLow);
        FloatVector sum = product.add(shift);
        FloatVector second = sum.sub(product);
        FloatVector sumError = product.sub(sum.sub(second)).add(shift.sub(second));
        return sum.add(sumError.add(productError.add(rest)));
    }

    @Override
    public void planes(
            ChannelScaling s, byte[] from, int at, int pixels, float[] to, int toAt, int plane, byte[] room) {
        if (s.channels == 1) {
            interleaved(s, from, at, pixels, to, toAt);
            return;
        }
        int end = 0;
        if (s.channels == 3) {
            end = pixels - pixels % SAMPLES;
            int length = end + BlockOfThrees.PIXELS;
            BlockOfThrees.split(from, at, end, room, length);
            for (int channel = 0; channel < s.channels; channel++) {
                alike(s, channel, room, channel * length, end, to, toAt + channel * plane);
            }
        }
        FROM_TABLE.planes(s, from, at + end * s.channels, pixels - end, to, toAt + end, plane, room);
    }

    private static void alike(ChannelScaling s, int channel, byte[] from, int at, int count, float[] to, int toAt) {
        FloatVector scale = FloatVector.broadcast(FLOATS, s.scaleHigh[channel]);
        FloatVector scaleLow = FloatVector.broadcast(FLOATS, s.scaleLow[channel]);
        FloatVector shift = FloatVector.broadcast(FLOATS, s.shiftHigh[channel]);
        FloatVector shiftLow = FloatVector.broadcast(FLOATS, s.shiftLow[channel]);
        for (int i = 0; i < count; i += SAMPLES) {
            ShortVector levels = levels(from, at + i);
            FloatVector left = (FloatVector) levels.convertShape(S2F, FLOATS, 0);
            FloatVector right = (FloatVector) levels.convertShape(S2F, FLOATS, 1);
            scaled(left, scale, scaleLow, shift, shiftLow).intoArray(to, toAt + i);
            scaled(right, scale, scaleLow, shift, shiftLow).intoArray(to, toAt + i + LANES);
        }
    }
}
