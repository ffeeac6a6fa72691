package io.augstream.image;

/**
 * A picture of 8-bit samples: row by row from the top, pixel by pixel from the left, channel by channel (1 gray, 3 RGB,
 * 4 RGBA with alpha not premultiplied).
 *
 * <p>Unchanging by convention: {@link #samples()} is the array itself, so that kernels need no copy; whoever reads it
 * must not write it. Safe to share between threads.
 */
public final class Image {
    private final ImageSize size;
    private final int channels;
    private final byte[] samples;

    private Image(ImageSize size, int channels, byte[] samples) {
        this.size = size;
        this.channels = channels;
        this.samples = samples;
    }

    /**
     * Wraps {@code samples} without a copy; the caller gives the array away.
     *
     * @throws IllegalArgumentException unless channels is 1, 3 or 4 and the array holds exactly
     *     width · height · channels samples
     */
    public static Image of(ImageSize size, int channels, byte[] samples) {
        if (channels != 1 && channels != 3 && channels != 4) {
            throw new IllegalArgumentException("channels must be 1, 3 or 4, got " + channels);
        }
        long expected = (long) size.width() * size.height() * channels;
        if (samples.length != expected) {
            throw new IllegalArgumentException("an image of " + size + " with " + channels + " channels holds "
                    + expected + " samples, got " + samples.length);
        }
        return new Image(size, channels, samples);
    }

    public ImageSize size() {
        return size;
    }

    public int width() {
        return size.width();
    }

    public int height() {
        return size.height();
    }

    public int channels() {
        return channels;
    }

    /** The samples, each 0..255 as an unsigned byte; not to be written. */
    public byte[] samples() {
        return samples;
    }

    /** One sample, 0..255. */
    public int sample(int x, int y, int channel) {
        return samples[(y * width() + x) * channels + channel] & 0xff;
    }

    @Override
    public String toString() {
        return "Image[" + size + "x" + channels + "]";
    }
}
