package io.augstream.pixel;

/** What is done to rows without computing. */
public final class PixelRows {
    private PixelRows() {}

    /**
     * Writes the pixels of a row from the last to the first.
     *
     * @param from samples of the row from {@code at} on
     * @param channels interleaved in the samples: 1, 3 or 4
     * @param to another array, written from {@code toAt} on
     */
    public static void mirror(byte[] from, int at, int pixels, int channels, byte[] to, int toAt) {
        LoopChoice.MIRROR.row(from, at, pixels, channels, to, toAt);
    }
}
