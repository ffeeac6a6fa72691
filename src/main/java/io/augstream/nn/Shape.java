package io.augstream.nn;

import java.math.BigInteger;
import java.util.Locale;

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

    /** Values a sample. @throws IllegalArgumentException if there are more than an array holds */
    public int size() {
        long pixels = (long) height * width;
        if (pixels > Integer.MAX_VALUE / channels) {
            BigInteger values = BigInteger.valueOf(pixels).multiply(BigInteger.valueOf(channels));
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a shape of %s has %,d values, and an array holds at most %,d",
                    asMap(),
                    values,
                    Integer.MAX_VALUE));
        }
        return (int) pixels * channels;
    }

    public boolean isVector() {
        return height == 1 && width == 1;
    }

    /** With its height and width also where both are 1, for readers who think of a map. */
    String asMap() {
        return height + "x" + width + "x" + channels;
    }

    @Override
    public String toString() {
        return isVector() ? Integer.toString(channels) : asMap();
    }
}
