package io.augstream.pixel;

/**
 * Bytes to floats, each channel by its own line: level · scale + shift. The floats are those of a table that the caller
 * computed in whichever way is right. One double multiply-add, rounded to float, is several times as fast as looking levels
 * up, and nearly always gives that table to the last bit; the constructor finds out, and where a bit differs the table is
 * used.
 *
 * <p>Unchanging and safe to share between threads.
 */
public final class ChannelScaling {
    static final int LEVELS = 256;

    /** A multiple of 8 lanes and of 1, 3 and 4 channels. */
    static final int PERIOD = 24;

    final int channels;
    final float[] table;
    /** Scale and shift of each of 24 samples that follow each other. */
    final double[] scales = new double[PERIOD];

    final double[] shifts = new double[PERIOD];
    final boolean linear;
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
            scales[i] = scale[i % channels];
            shifts[i] = shift[i % channels];
        }
        this.linear = PERIOD % channels == 0 && isLinear();
        this.loops = linear ? loops : new ScalarScaling();
    }

    private boolean isLinear() {
        for (int i = 0; i < channels * LEVELS; i++) {
            float value = (float) (i % LEVELS * scales[i / LEVELS] + shifts[i / LEVELS]);
            if (Float.floatToRawIntBits(value) != Float.floatToRawIntBits(table[i])) {
                return false;
            }
        }
        return true;
    }

    /** Writes pixels that follow each other as they are laid out (NHWC). */
    public void interleaved(byte[] from, int at, int pixels, float[] to, int toAt) {
        loops.interleaved(this, from, at, pixels, to, toAt);
    }

    /**
     * Writes pixels that follow each other channel by channel (NCHW): pixel p of channel c goes to
     * {@code toAt + c · plane + p}.
     */
    public void planes(byte[] from, int at, int pixels, float[] to, int toAt, int plane) {
        loops.planes(this, from, at, pixels, to, toAt, plane);
    }
}
