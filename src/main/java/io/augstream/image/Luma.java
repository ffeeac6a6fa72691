package io.augstream.image;

/** The brightness of a colour by ITU-R BT.601, as in Pillow and OpenCV: (299 red + 587 green + 114 blue) / 1000. */
public final class Luma {
    /** What {@link #of} counts in: so many of its units are one level. */
    public static final int WHOLE = 1000;

    private static final int RED = 299;
    private static final int GREEN = 587;
    private static final int BLUE = 114;

    private Luma() {}

    /** In thousandths of a level, exactly. */
    public static int of(int red, int green, int blue) {
        return RED * red + GREEN * green + BLUE * blue;
    }

    /** Likewise of sums of levels, up to 2⁵³ each. */
    public static long of(long red, long green, long blue) {
        return RED * red + GREEN * green + BLUE * blue;
    }

    /** Of real levels, as a real level. */
    public static double level(double red, double green, double blue) {
        return (RED * red + GREEN * green + BLUE * blue) / WHOLE;
    }

    /** Rounded to the nearest level (halves up). */
    public static int rounded(int red, int green, int blue) {
        return (of(red, green, blue) + WHOLE / 2) / WHOLE;
    }
}
