package io.augstream.pixel;

/**
 * Bytes to floats, each channel by its own line: level · scale + shift. The floats are those of a table that the caller
 * computed in whichever way is right. Arithmetic in pairs of floats is several times as fast as looking levels up, and nearly always
 * gives that table to the last bit; the constructor finds out, and where a bit differs the table is used.
 *
 * <p>A pair (high, low) of floats stands for their sum, and so for a number of some 48 bits. Products and sums of floats have errors
 * that are floats themselves (Dekker, "A floating-point technique for extending the available precision", 1971). Doubles would do
 * with less, but their vectors become vectors of floats of half the length: see {@link VectorScaling}.
 *
 * <p>Unchanging and safe to share between threads.
 */
public final class ChannelScaling {
    static final int LEVELS = 256;

    /** A multiple of 1, 3 and 4 channels and of the lanes of any vector of 16-bit numbers. */
    static final int PERIOD = 96;

    final int channels;
    final float[] table;
    /** Scale and shift of each of 96 samples that follow each other. */
    final float[] scaleHigh = new float[PERIOD];

    final float[] scaleLow = new float[PERIOD];
    final float[] shiftHigh = new float[PERIOD];
    final float[] shiftLow = new float[PERIOD];
    private final ScalingLoops loops;

    /**
     * @param table the float of each level, 256 for each channel, channel after channel
     * @param scale one number a channel: 1, 3 or 4
     * @param shift one number a channel
     */
    public ChannelScaling(float[] table, double[] scale, double[] shift) {
        this(LoopChoice.SCALING, table, scale, shift);
    }

    ChannelScaling(ScalingLoops loops, float[] table, double[] scale, double[] shift) {
        this.channels = scale.length;
        this.table = table.clone();
        for (int i = 0; i < PERIOD; i++) {
            scaleHigh[i] = (float) scale[i % channels];
            scaleLow[i] = (float) (scale[i % channels] - scaleHigh[i]);
            shiftHigh[i] = (float) shift[i % channels];
            shiftLow[i] = (float) (shift[i % channels] - shiftHigh[i]);
        }
        this.loops = PERIOD % channels == 0 && isLinear() ? loops : new ScalarScaling();
    }

    private boolean isLinear() {
        for (int i = 0; i < channels * LEVELS; i++) {
            if (Float.floatToRawIntBits(value(i % LEVELS, i / LEVELS)) != Float.floatToRawIntBits(table[i])) {
                return false;
            }
        }
        return true;
    }

    private float value(float level, int channel) {
        float product = level * scaleHigh[channel];
        float productError = Math.fma(level, scaleHigh[channel], -product);
        float rest = Math.fma(level, scaleLow[channel], shiftLow[channel]);
        float sum = product + shiftHigh[channel];
        float second = sum - product;
        float sumError = (product - (sum - second)) + (shiftHigh[channel] - second);
        return sum + (sumError + (productError + rest));
    }

    /** Writes pixels that follow each other as they are laid out (NHWC). */
    public void interleaved(byte[] from, int at, int pixels, float[] to, int toAt) {
        loops.interleaved(this, from, at, pixels, to, toAt);
    }

    /** How many bytes {@link #planes} needs as room for so many pixels. */
    public int room(int pixels) {
        return channels * (pixels + BlockOfThrees.PIXELS);
    }

    /**
     * Writes pixels that follow each other channel by channel (NCHW): pixel p of channel c goes to
     * {@code toAt + c · plane + p}.
     *
     * @param room of {@link #room} bytes, of any values before and after
     */
    public void planes(byte[] from, int at, int pixels, float[] to, int toAt, int plane, byte[] room) {
        loops.planes(this, from, at, pixels, to, toAt, plane, room);
    }
}
