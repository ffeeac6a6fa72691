package io.augstream.nn;

/** Scratch memory of the kernels. One a thread: its content has no meaning between calls. */
public final class Workspace {
    /** Panels of the right operand of a product. */
    final Buffer right = new Buffer();

    /** A tile of a product that sticks out over the edge of the result. */
    final Buffer tile = new Buffer();

    /** Of whoever runs a slice of a layer's work. */
    final Buffer first = new Buffer();

    final Buffer second = new Buffer();
    final Buffer third = new Buffer();

    /** Some rows of a map, with zeros in place of those outside. */
    final Buffer strip = new Buffer();

    /** A row of tiles, transformed along one axis. */
    final Buffer lines = new Buffer();

    /** Transformed tiles of a product's left operand. */
    final Buffer tilesIn = new Buffer();

    /** Transformed tiles of its right operand, or of its result. */
    final Buffer tilesOut = new Buffer();

    /** A weight gradient at all points of a transform. */
    final Buffer sums = new Buffer();

    /** What a convolution is given for some samples, where a batch norm leaves it to it. */
    final Buffer inputs = new Buffer();

    /** Likewise on the way back. */
    final Buffer gradients = new Buffer();

    private float[][] rows = {};

    /** {@code count} arrays of at least {@code length} values. */
    float[][] rows(int count, int length) {
        if (rows.length < count || rows[0].length < length) {
            rows = new float[Math.max(count, rows.length)][Math.max(length, rows.length == 0 ? 0 : rows[0].length)];
        }
        return rows;
    }
}
