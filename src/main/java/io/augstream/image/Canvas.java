package io.augstream.image;

/**
 * The samples of an image in the making, of any depth; black at first. Samples are counted as in {@link Image}. For one thread.
 */
public final class Canvas {
    private final ImageSize size;
    private final int channels;
    private final Depth depth;
    private final Object samples;

    /** @throws ArithmeticException if there are more samples than an array holds */
    public Canvas(ImageSize size, int channels, Depth depth) {
        this.size = size;
        this.channels = channels;
        this.depth = depth;
        this.samples = depth.array(Math.multiplyExact(Math.multiplyExact(size.width(), size.height()), channels));
    }

    /** One with the channels and depth of {@code image}. */
    public static Canvas like(Image image, ImageSize size) {
        return new Canvas(size, image.channels(), image.depth());
    }

    /** One that shows {@code image}. */
    public static Canvas copyOf(Image image) {
        Canvas canvas = like(image, image.size());
        canvas.copy(image, 0, image.length(), 0);
        return canvas;
    }

    /** Stores a level, on the scale of 0..255, as {@link Depth} tells. */
    public void put(int index, double level) {
        if (samples instanceof byte[] bytes) {
            bytes[index] = (byte) Depth.whole(level, 255);
        } else {
            depth.put(samples, index, level);
        }
    }

    /** Stores the nearest level within full scale. */
    public void putClipped(int index, double level) {
        put(index, depth == Depth.FLOAT ? Math.max(0, Math.min(255, level)) : level);
    }

    /** Stores a whole number as it is, in range of this depth of 8 or 16 bits. */
    void store(int index, int sample) {
        if (samples instanceof byte[] bytes) {
            bytes[index] = (byte) sample;
        } else {
            ((short[]) samples)[index] = (short) sample;
        }
    }

    /**
     * Stores samples as they are.
     *
     * @param image of this depth
     * @param from index of the first of {@code count} samples
     * @param to index of the place of the first
     */
    public void copy(Image image, int from, int count, int to) {
        System.arraycopy(image.array(), from, samples, to, count);
    }

    /** The image, which takes the samples: nothing is to be painted afterwards. */
    public Image image() {
        if (samples instanceof byte[] bytes) {
            return Image.of(size, channels, bytes);
        }
        return samples instanceof short[] shorts
                ? Image.of(size, channels, shorts)
                : Image.of(size, channels, (float[]) samples);
    }
}
