package io.augstream.pixel;

/** The loops of {@link ChannelScaling}, all exact: whichever is taken, the same floats come out. */
interface ScalingLoops {
    /** Pixel by pixel, as the samples are; begins with the first channel. */
    void interleaved(ChannelScaling scaling, byte[] from, int at, int pixels, float[] to, int toAt);

    /** Channel by channel: pixel p of channel c goes to {@code toAt + c · plane + p}; {@code room} may be used. */
    void planes(ChannelScaling scaling, byte[] from, int at, int pixels, float[] to, int toAt, int plane, byte[] room);
}
