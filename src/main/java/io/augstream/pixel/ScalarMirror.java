package io.augstream.pixel;

/** Pixel by pixel. */
final class ScalarMirror implements MirrorLoops {
    @Override
    public void row(byte[] from, int at, int pixels, int channels, byte[] to, int toAt) {
        rest(from, at, pixels * channels, channels, to, toAt);
    }

    /** The first {@code samples} of a row become the last of {@code to}, which ends where they fit. */
    static void rest(byte[] from, int at, int samples, int channels, byte[] to, int toAt) {
        int last = toAt + samples - channels;
        for (int pixel = 0; pixel < samples; pixel += channels) {
            for (int channel = 0; channel < channels; channel++) {
                to[last - pixel + channel] = from[at + pixel + channel];
            }
        }
    }
}
