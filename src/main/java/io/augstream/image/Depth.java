package io.augstream.image;

/**
 * How finely an image's samples are stored.
 *
 * <p>All depths have one scale, that of <i>levels</i>: real numbers, of which 0 is black and 255 full scale. A double holds the
 * level of any sample so exactly that storing it gives the same sample again.
 */
public enum Depth {
    /** Whole numbers 0..255: the level itself. What is stored is rounded (halves up), then clipped. */
    EIGHT_BIT("8-bit") {
        @Override
        Object array(int length) {
            return new byte[length];
        }

        @Override
        double level(Object samples, int index) {
            return ((byte[]) samples)[index] & 0xff;
        }

        @Override
        void put(Object samples, int index, double level) {
            ((byte[]) samples)[index] = (byte) whole(level, 255);
        }
    },
    /** Whole numbers 0..65535, 257 to a level. What is stored is rounded (halves up), then clipped. */
    SIXTEEN_BIT("16-bit") {
        @Override
        Object array(int length) {
            return new short[length];
        }

        @Override
        double level(Object samples, int index) {
            return (((short[]) samples)[index] & 0xffff) / STEPS;
        }

        @Override
        void put(Object samples, int index, double level) {
            ((short[]) samples)[index] = (short) whole(level * STEPS, 65_535);
        }
    },
    /**
     * Any finite float: 0 is black and 1 full scale, and what lies beyond is kept. What is stored is neither clipped nor rounded,
     * but to the nearest float.
     */
    FLOAT("float32") {
        @Override
        Object array(int length) {
            return new float[length];
        }

        @Override
        double level(Object samples, int index) {
            return ((float[]) samples)[index] * FULL_SCALE;
        }

        @Override
        void put(Object samples, int index, double level) {
            ((float[]) samples)[index] = (float) (level / FULL_SCALE);
        }
    };

    /** Of 16 bits to a level: 65535 / 255. */
    private static final double STEPS = 257;

    private static final double FULL_SCALE = 255;

    private final String title;

    Depth(String title) {
        this.title = title;
    }

    /** A {@code byte[]}, {@code short[]} or {@code float[]}, which have no other type in common. */
    abstract Object array(int length);

    abstract double level(Object samples, int index);

    abstract void put(Object samples, int index, double level);

    /** Rounded (halves up), then clipped. */
    static int whole(double value, int most) {
        return Math.max(0, Math.min(most, (int) Math.floor(value + 0.5)));
    }

    /** As people write it: {@code 16-bit}. */
    @Override
    public String toString() {
        return title;
    }
}
