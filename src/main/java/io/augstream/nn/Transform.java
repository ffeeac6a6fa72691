package io.augstream.nn;

/**
 * The linear maps of one axis in Winograd's minimal filtering (Lavin and Gray, "Fast algorithms for convolutional neural
 * networks", 2015): outputs y of a filter w over inputs d are y = Aᵀ[(G·w) ∘ (Bᵀ·d)], with six products where a tile of m
 * outputs of r taps, m + r = 7, needs m·r. The filter's gradient comes from the same products read backwards:
 * Gᵀ[(A·g) ∘ (Bᵀ·d)].
 *
 * <p>The points at which the polynomials are multiplied are 0, ±3/4, ±3/2 and ∞: rounding errors are 3 to 6 times smaller
 * than at the usual 0, ±1, ±2 and ∞, all constants of A and B are exact, and pairs of points of opposite sign share half
 * of their work.
 */
public enum Transform {
    /** Bᵀ: six inputs of a tile. */
    INPUT(6, 6),
    /** Aᵀ for a filter of three taps. */
    OUTPUT_OF_FOUR(6, 4),
    /** Aᵀ for a filter of five taps. */
    OUTPUT_OF_TWO(6, 2),
    /** A for a filter of three taps. */
    GRADIENT_OF_FOUR(4, 6),
    /** A for a filter of five taps. */
    GRADIENT_OF_TWO(2, 6);

    /** The smaller pair of points. */
    static final float A = 0.75f;

    static final float A2 = A * A;
    static final float A3 = A * A2;

    /** The larger pair of points. */
    static final float B = 1.5f;

    static final float B2 = B * B;
    static final float B3 = B * B2;

    private final int from;
    private final int to;

    Transform(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** Lines that go in. */
    int from() {
        return from;
    }

    /** Lines that come out. */
    int to() {
        return to;
    }
}
