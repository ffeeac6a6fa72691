package io.augstream.pixel;

/** Pixel by pixel. */
final class ScalarMirror implements MirrorLoops {
    @Override
    public void row(byte[] from, int at, int pixels, int channels, byte[] to, int toAt) {
        pixels(from, at, pixels, channels, to, toAt);
    }

    static void pixels(byte[] from, int at, int pixels, int channels, byte[] to, int toAt) {
        int samples = pixels * channels;
        int last = toAt + samples - channels;
        for (int pixel = 0; pixel < samples; pixel += channels) {
            for (int channel = 0; channel < channels; channel++) {
                to[last - pixel + channel] = from[at + pixel + channel];
            }
        }
    }
}
