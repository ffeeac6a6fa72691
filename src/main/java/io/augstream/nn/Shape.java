package io.augstream.nn;

/** The shape of one sample: a map of height × width × channels (channels last), or a vector as 1 × 1 × n. */
public record Shape(int height, int width, int channels) {
    public Shape {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException(
                    "a shape must be at least 1 x 1 x 1, got " + height + " x " + width + " x " + channels);
        }
    }

    public static Shape vector(int size) {
        return new Shape(1, 1, size);
    }

    /** Values a sample. */
    public int size() {
        return Math.multiplyExact(Math.multiplyExact(height, width), channels);
    }

    public boolean isVector() {
        return height == 1 && width == 1;
    }

    @Override
    public String toString() {
        return isVector() ? Integer.toString(channels) : height + "x" + width + "x" + channels;
    }
}
