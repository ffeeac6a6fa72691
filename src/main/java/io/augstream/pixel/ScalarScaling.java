package io.augstream.pixel;

/** From the table. */
final class ScalarScaling implements ScalingLoops {
    @Override
    public void interleaved(ChannelScaling scaling, byte[] from, int at, int pixels, float[] to, int toAt) {
        if (scaling.channels == 3) {
            threes(scaling.table, from, at, pixels, to, toAt);
            return;
        }
        for (int channel = 0; channel < scaling.channels; channel++) {
            channel(scaling, channel, from, at + channel, pixels, to, toAt + channel, scaling.channels);
        }
    }

    /** One pass in place of three that each touch all of the memory. */
    private static void threes(float[] table, byte[] from, int at, int pixels, float[] to, int toAt) {
        for (int i = 0; i < 3 * pixels; i += 3) {
            to[toAt + i] = table[from[at + i] & 0xff];
            to[toAt + i + 1] = table[ChannelScaling.LEVELS + (from[at + i + 1] & 0xff)];
            to[toAt + i + 2] = table[2 * ChannelScaling.LEVELS + (from[at + i + 2] & 0xff)];
        }
    }

    @Override
    public void planes(
            ChannelScaling scaling, byte[] from, int at, int pixels, float[] to, int toAt, int plane, byte[] room) {
        for (int channel = 0; channel < scaling.channels; channel++) {
            channel(scaling, channel, from, at + channel, pixels, to, toAt + channel * plane, 1);
        }
    }

    static void channel(
            ChannelScaling scaling, int channel, byte[] from, int at, int pixels, float[] to, int toAt, int step) {
        float[] table = scaling.table;
        int zero = channel * ChannelScaling.LEVELS;
        for (int i = 0; i < pixels; i++) {
            to[toAt + i * step] = table[zero + (from[at + i * scaling.channels] & 0xff)];
        }
    }
}
