package io.augstream.pixel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Multiply-adds in double precision, 8 samples at a time; what is left over comes from the table, which is the same. */
final class VectorScaling implements ScalingLoops {
    private static final int SAMPLES = 8;
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_64;
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_128;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(Math.max(64, DOUBLES.vectorBitSize() / 2)));

    private static final ScalarScaling FROM_TABLE = new ScalarScaling();

    @Override
    public void interleaved(ChannelScaling scaling, byte[] from, int at, int pixels, float[] to, int toAt) {
        double[] scales = scaling.scales;
        double[] shifts = scaling.shifts;
        int samples = pixels * scaling.channels;
        int end = samples - samples % ChannelScaling.PERIOD;
        for (int i = 0; i < end; i += ChannelScaling.PERIOD) {
            eight(from, at + i, scales, shifts, 0, to, toAt + i);
            eight(from, at + i + SAMPLES, scales, shifts, SAMPLES, to, toAt + i + SAMPLES);
            eight(from, at + i + 2 * SAMPLES, scales, shifts, 2 * SAMPLES, to, toAt + i + 2 * SAMPLES);
        }
        FROM_TABLE.interleaved(scaling, from, at + end, (samples - end) / scaling.channels, to, toAt + end);
    }

    /** Eight samples that follow each other; {@code phase} is where their numbers begin. */
    private static void eight(byte[] from, int at, double[] scales, double[] shifts, int phase, float[] to, int toAt) {
        ShortVector levels = unsigned(
                (ShortVector) ByteVector.fromArray(BYTES, from, at).convertShape(VectorOperators.B2S, SHORTS, 0));
        for (int part = 0; part < SAMPLES / LANES; part++) {
            int offset = part * LANES;
            DoubleVector scale = DoubleVector.fromArray(DOUBLES, scales, phase + offset);
            DoubleVector shift = DoubleVector.fromArray(DOUBLES, shifts, phase + offset);
            scaled(levels, part, scale, shift).intoArray(to, toAt + offset);
        }
    }

    private static ShortVector unsigned(ShortVector levels) {
        return levels.lanewise(VectorOperators.AND, (short) 0xff);
    }

    private static FloatVector scaled(ShortVector levels, int part, DoubleVector scale, DoubleVector shift) {
        DoubleVector exact = (DoubleVector) levels.convertShape(VectorOperators.S2D, DOUBLES, part);
        return (FloatVector) exact.mul(scale).add(shift).convertShape(VectorOperators.D2F, FLOATS, 0);
    }

    @Override
    public void planes(ChannelScaling scaling, byte[] from, int at, int pixels, float[] to, int toAt, int plane) {
        if (scaling.channels == 1) {
            interleaved(scaling, from, at, pixels, to, toAt);
            return;
        }
        int end = 0;
        if (scaling.channels == 3) {
            end = pixels - pixels % BlockOfThrees.PIXELS;
            reds(scaling, from, at, end, to, toAt);
            greens(scaling, from, at, end, to, toAt + plane);
            blues(scaling, from, at, end, to, toAt + 2 * plane);
        }
        FROM_TABLE.planes(scaling, from, at + end * scaling.channels, pixels - end, to, toAt + end, plane);
    }

    private static void reds(ChannelScaling scaling, byte[] from, int at, int pixels, float[] to, int toAt) {
        DoubleVector scale = DoubleVector.broadcast(DOUBLES, scaling.scales[0]);
        DoubleVector shift = DoubleVector.broadcast(DOUBLES, scaling.shifts[0]);
        for (int i = 0; i < pixels; i += BlockOfThrees.PIXELS) {
            eightAlike(BlockOfThrees.reds(from, at + 3 * i), scale, shift, to, toAt + i);
        }
    }

    private static void greens(ChannelScaling scaling, byte[] from, int at, int pixels, float[] to, int toAt) {
        DoubleVector scale = DoubleVector.broadcast(DOUBLES, scaling.scales[1]);
        DoubleVector shift = DoubleVector.broadcast(DOUBLES, scaling.shifts[1]);
        for (int i = 0; i < pixels; i += BlockOfThrees.PIXELS) {
            eightAlike(BlockOfThrees.greens(from, at + 3 * i), scale, shift, to, toAt + i);
        }
    }

    private static void blues(ChannelScaling scaling, byte[] from, int at, int pixels, float[] to, int toAt) {
        DoubleVector scale = DoubleVector.broadcast(DOUBLES, scaling.scales[2]);
        DoubleVector shift = DoubleVector.broadcast(DOUBLES, scaling.shifts[2]);
        for (int i = 0; i < pixels; i += BlockOfThrees.PIXELS) {
            eightAlike(BlockOfThrees.blues(from, at + 3 * i), scale, shift, to, toAt + i);
        }
    }

    private static void eightAlike(ByteVector samples, DoubleVector scale, DoubleVector shift, float[] to, int toAt) {
        ShortVector levels = unsigned((ShortVector) samples.convertShape(VectorOperators.B2S, SHORTS, 0));
        for (int part = 0; part < SAMPLES / LANES; part++) {
            scaled(levels, part, scale, shift).intoArray(to, toAt + part * LANES);
        }
    }
}
