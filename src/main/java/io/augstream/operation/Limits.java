package io.augstream.operation;

import io.augstream.image.Channels;
import io.augstream.image.ImageSize;

/** Checks that settings lie where they mean something (each message begins with the setting's name), and results in memory. */
final class Limits {
    private static final int MAX_KERNEL = 999;

    /** Beyond the longest side that a pipeline file may name, nothing of a picture is left. */
    private static final int LONGEST_SHIFT = 65_535;

    private static final int FARTHEST = 1_000_000_000;

    /** The longest array that every JVM makes. */
    private static final int MOST_SAMPLES = Integer.MAX_VALUE - 8;

    private Limits() {}

    static void check(String name, double value, double low, double high, String unit) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must lie in [" + number(low) + ", " + number(high) + "]" + unit
                    + ", got " + number(value));
        }
    }

    /** @throws IllegalArgumentException if it lies outside, or is not whole */
    static int whole(String name, double value, int low, int high) {
        check(name, value, low, high, "");
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException(name + " must be a whole number, got " + value);
        }
        return (int) value;
    }

    static void degrees(double degrees) {
        check("degrees", degrees, -360, 360, "");
    }

    /** Beyond it a window's last pixel would have a number that is no {@code int}. */
    static void window(String name, int pixels) {
        check(name, pixels, -FARTHEST, FARTHEST, " pixels");
    }

    /** Of a window that lies within the picture. */
    static void place(String name, int pixels) {
        check(name, pixels, 0, FARTHEST, " pixels");
    }

    static void shift(double pixels) {
        check("pixels", pixels, -LONGEST_SHIFT, LONGEST_SHIFT, "");
    }

    static void fractionOfFullScale(String name, double value) {
        check(name, value, 0, 1, ", as a fraction of full scale");
    }

    /** Of what is multiplied, or raised to a power: 1 changes nothing. */
    static void factor(String name, double value) {
        check(name, value, 0, 100, "");
    }

    static void hue(String name, double value) {
        check(name, value, -0.5, 0.5, " turns");
    }

    static void kernelSize(int size) {
        check("kernel_size", size, 1, MAX_KERNEL, "");
        if (size % 2 == 0) {
            throw new IllegalArgumentException("kernel_size must be odd, so that it has a centre, got " + size);
        }
    }

    static void length(int length) {
        check("length", length, 1, MAX_KERNEL, " pixels");
    }

    /** @throws MisfitException if the rows under a kernel, and a black one, are more samples than an array can hold */
    static void kernelRows(int kernel, ImageSize size, int channels) {
        int rows = Math.min(kernel, size.height()) + 1;
        long samples = (long) rows * size.width() * channels;
        if (samples > MOST_SAMPLES) {
            throw new MisfitException("a kernel of " + kernel + " pixels is too large for a picture " + size.width()
                    + " pixels wide with " + Channels.words(channels) + ": it takes " + rows + " rows in memory, "
                    + samples
                    + " samples, and the limit is " + MOST_SAMPLES);
        }
    }

    /**
     * How many samples a picture holds.
     *
     * @throws MisfitException if they are more than an array can hold
     */
    static int samples(ImageSize size, int channels) {
        long samples = (long) size.width() * size.height() * channels;
        if (samples > MOST_SAMPLES) {
            throw new MisfitException("a picture of " + size + " with " + Channels.words(channels)
                    + " would arise, which is too large: it has " + samples + " samples, the limit is "
                    + MOST_SAMPLES);
        }
        return (int) samples;
    }

    /** 400.0 as 400, as the file has it. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) <= FARTHEST ? Long.toString((long) value) : "" + value;
    }
}
