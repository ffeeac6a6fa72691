package io.augstream.pixel;

/** The loop that turns a row round. */
interface MirrorLoops {
    /**
     * Writes the pixels of a row from the last to the first.
     *
     * @param channels 1, 3 or 4
     * @param to another array than {@code from}
     */
    void row(byte[] from, int at, int pixels, int channels, byte[] to, int toAt);
}
