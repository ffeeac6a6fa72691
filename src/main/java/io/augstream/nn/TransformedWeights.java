package io.augstream.nn;

/**
 * A convolution's weights at each pair of points of a {@link Transform}, input channels by output channels each: G·w·Gᵀ;
 * and the way back for their gradient, Gᵀ·s·G.
 */
final class TransformedWeights {
    private static final int POINTS = TransformedMaps.POINTS;

    /** Pairs of channels at a time: some 200 KiB, which a second-level cache holds. */
    private static final int BLOCK = 1 << 10;

    private static final double A2 = Transform.A2;
    private static final double B2 = Transform.B2;

    private static final double[] FINITE_POINTS = {0, Transform.A, -Transform.A, Transform.B, -Transform.B};

    /** Π (p − q) over the other finite points q, by which G is divided so that the rows of Bᵀ are monic polynomials. */
    private static final double[] DIVISORS = {
        A2 * B2, 2 * A2 * (A2 - B2), 2 * A2 * (A2 - B2), 2 * B2 * (B2 - A2), 2 * B2 * (B2 - A2)
    };

    private final Kernels kernels;
    private final Crew crew;
    private final int taps;
    private final int size;
    private final float[][] filter;
    private final float[][] back;
    private final Buffer rows = new Buffer();
    private final Buffer transformed = new Buffer();

    /**
     * @param taps of the window, a side
     * @param size input channels times output channels
     */
    TransformedWeights(LayerScope scope, int taps, int size) {
        kernels = scope.kernels();
        crew = scope.crew();
        this.taps = taps;
        this.size = size;
        filter = new float[POINTS][taps];
        back = new float[taps][POINTS];
        for (int point = 0; point < POINTS; point++) {
            for (int tap = 0; tap < taps; tap++) {
                filter[point][tap] = (float) coefficient(point, tap);
                back[tap][point] = filter[point][tap];
            }
        }
    }

    /** The last point is ∞, where a polynomial's value is its highest coefficient. */
    private double coefficient(int point, int tap) {
        if (point == POINTS - 1) {
            return tap == taps - 1 ? 1 : 0;
        }
        return power(FINITE_POINTS[point], tap) / DIVISORS[point];
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }

    /** Floats of all the transformed matrices. */
    int length() {
        return Math.multiplyExact(POINTS * POINTS, size);
    }

    /** Floats of the buffers that {@link #of} leaves. */
    long floats() {
        return length() + (long) POINTS * taps * size;
    }

    /**
     * The transformed matrices, one after the other, in an array that the next call writes again.
     *
     * @param weight tap by tap, {@code size} numbers each
     */
    float[] of(float[] weight) {
        int row = taps * size;
        float[] half = rows.atLeast(POINTS * row);
        float[] all = transformed.atLeast(length());
        crew.each((size + BLOCK - 1) / BLOCK, (block, workspace) -> {
            int from = block * BLOCK;
            int length = Math.min(BLOCK, size - from);
            Lines down = new Lines(half, from, row, size);
            Lines across = new Lines(half, from, size, row);
            kernels.combine(filter, new Lines(weight, from, row, size), down, taps, length);
            kernels.combine(filter, across, new Lines(all, from, size, POINTS * size), POINTS, length);
        });
        return all;
    }

    /** @param scratch at least 6 · taps · size floats */
    void gradient(float[] sums, float[] to, float[] scratch) {
        int row = taps * size;
        kernels.combine(back, new Lines(sums, 0, size, POINTS * size), new Lines(scratch, 0, size, row), POINTS, size);
        kernels.combine(back, new Lines(scratch, 0, row, 0), new Lines(to, 0, row, 0), 1, row);
    }
}
