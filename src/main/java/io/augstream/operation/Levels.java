package io.augstream.operation;

/** Real levels on the 0..255 scale, and the bytes that stand for them. */
final class Levels {
    static final double FULL_SCALE = 255;

    private Levels() {}

    /** Rounded to the nearest level (halves up), then clipped. */
    static byte toByte(double level) {
        int rounded = (int) Math.floor(level + 0.5);
        return (byte) Math.max(0, Math.min(255, rounded));
    }
}
