package io.augstream.image;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A picture of samples of one {@link Depth}: row by row from the top, pixel by pixel from the left, channel by channel (1 gray,
 * 3 RGB, 4 RGBA with alpha not premultiplied).
 *
 * <p>Unchanging by convention: {@link #samples()} and its like are the array itself, so that kernels need no copy; whoever reads
 * it must not write it. Safe to share between threads.
 */
public final class Image {
    private final ImageSize size;
    private final int channels;
    private final Depth depth;

    /** As {@link Depth#array} makes it. */
    private final Object samples;

    private Image(ImageSize size, int channels, Depth depth, Object samples) {
        this.size = size;
        this.channels = channels;
        this.depth = depth;
        this.samples = samples;
    }

    /**
     * Wraps {@code samples}, each an unsigned byte, without a copy; the caller gives the array away.
     *
     * @throws IllegalArgumentException unless channels is 1, 3 or 4 and the array holds exactly
     *     width · height · channels samples
     */
    public static Image of(ImageSize size, int channels, byte[] samples) {
        check(size, channels, samples.length);
        return new Image(size, channels, Depth.EIGHT_BIT, samples);
    }

    /** As {@link #of(ImageSize, int, byte[])}; each sample is an unsigned short. */
    public static Image of(ImageSize size, int channels, short[] samples) {
        check(size, channels, samples.length);
        return new Image(size, channels, Depth.SIXTEEN_BIT, samples);
    }

    /**
     * As {@link #of(ImageSize, int, byte[])}; 0 is black, 1 is full scale.
     *
     * @throws IllegalArgumentException also if a sample is infinite or no number
     */
    public static Image of(ImageSize size, int channels, float[] samples) {
        check(size, channels, samples.length);
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                int pixel = i / channels;
                throw new IllegalArgumentException("samples must be finite, got " + samples[i] + " at x "
                        + pixel % size.width() + ", y " + pixel / size.width() + ", channel " + i % channels);
            }
        }
        return new Image(size, channels, Depth.FLOAT, samples);
    }

    private static void check(ImageSize size, int channels, int length) {
        if (channels != 1 && channels != 3 && channels != 4) {
            throw new IllegalArgumentException("channels must be 1, 3 or 4, got " + channels);
        }
        long expected = (long) size.width() * size.height() * channels;
        if (length != expected) {
            throw new IllegalArgumentException("an image of " + size + " with " + Channels.words(channels) + " holds "
                    + expected + " samples, got " + length);
        }
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

    public Depth depth() {
        return depth;
    }

    /**
     * The samples of an 8-bit image, each 0..255 as an unsigned byte; not to be written.
     *
     * @throws IllegalStateException if the image has another depth
     */
    public byte[] samples() {
        return samples instanceof byte[] bytes ? bytes : refuse(Depth.EIGHT_BIT);
    }

    /**
     * The samples of a 16-bit image, each 0..65535 as an unsigned short; not to be written.
     *
     * @throws IllegalStateException if the image has another depth
     */
    public short[] shorts() {
        return samples instanceof short[] shorts ? shorts : refuse(Depth.SIXTEEN_BIT);
    }

    /**
     * The samples of a float32 image, 0 black and 1 full scale; not to be written.
     *
     * @throws IllegalStateException if the image has another depth
     */
    public float[] floats() {
        return samples instanceof float[] floats ? floats : refuse(Depth.FLOAT);
    }

    private <T> T refuse(Depth asked) {
        throw new IllegalStateException("these samples are " + depth + ", not " + asked + "; level() reads any depth");
    }

    /** The array of the samples, whatever their depth. */
    Object array() {
        return samples;
    }

    /** How many samples there are: width · height · channels. */
    public int length() {
        return size.width() * size.height() * channels;
    }

    /** One sample of any depth on the scale of 0..255, exactly; {@code index} counts samples. */
    public double level(int index) {
        return samples instanceof byte[] bytes ? bytes[index] & 0xff : depth.level(samples, index);
    }

    /** One sample of an 8-bit image, 0..255. */
    public int sample(int x, int y, int channel) {
        return samples()[(y * width() + x) * channels + channel] & 0xff;
    }

    /**
     * The image at another depth, as {@link Depth} tells what is stored; itself where it has that depth. Only from more bits to
     * fewer is anything lost.
     */
    public Image at(Depth wanted) {
        if (wanted == depth) {
            return this;
        }
        Canvas canvas = new Canvas(size, channels, wanted);
        for (int i = 0; i < length(); i++) {
            canvas.put(i, level(i));
        }
        return canvas.image();
    }

    /** The samples as bytes, the highest first; of an 8-bit image the array itself, not to be written. */
    public byte[] bigEndian() {
        if (samples instanceof byte[] bytes) {
            return bytes;
        }
        int each = depth == Depth.FLOAT ? Float.BYTES : Short.BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(length(), each));
        if (samples instanceof float[] floats) {
            buffer.asFloatBuffer().put(floats);
        } else {
            buffer.asShortBuffer().put(shorts());
        }
        return buffer.array();
    }

    /** Whether size, channels, depth and every sample are the same; images have no other equality. */
    public boolean looksLike(Image other) {
        return size.equals(other.size)
                && channels == other.channels
                && depth == other.depth
                && Arrays.equals(bigEndian(), other.bigEndian());
    }

    @Override
    public String toString() {
        return "Image[" + size + "x" + channels + (depth == Depth.EIGHT_BIT ? "" : ", " + depth) + "]";
    }
}
