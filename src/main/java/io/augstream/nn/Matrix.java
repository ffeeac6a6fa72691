package io.augstream.nn;

/**
 * A matrix laid over an array: element (i, j) is {@code values[offset + rowOffsets[i] + columnOffsets[j]]}. With tables
 * instead of strides, the patches of a map that overlap in it are a matrix too.
 *
 * @param values shared, not copied
 */
public record Matrix(float[] values, int offset, Offsets rowOffsets, Offsets columnOffsets) {
    public Matrix {
        long first = (long) offset + rowOffsets.lowest() + columnOffsets.lowest();
        long last = (long) offset + rowOffsets.highest() + columnOffsets.highest();
        if (rowOffsets.count() < 1 || columnOffsets.count() < 1 || first < 0 || last >= values.length) {
            throw new IllegalArgumentException(rowOffsets.count() + " x " + columnOffsets.count() + " elements from "
                    + first + " to " + last + " do not lie in " + values.length);
        }
    }

    /** Row after row, without gaps. */
    public static Matrix of(float[] values, int offset, int rows, int columns) {
        return new Matrix(values, offset, Offsets.steps(rows, columns), Offsets.steps(columns, 1));
    }

    public Matrix transposed() {
        return new Matrix(values, offset, columnOffsets, rowOffsets);
    }

    Matrix rowRange(int from, int count) {
        if (from == 0 && count == rows()) {
            return this;
        }
        return new Matrix(values, index(from, 0), rowOffsets.range(from, count), columnOffsets);
    }

    Matrix columnRange(int from, int count) {
        if (from == 0 && count == columns()) {
            return this;
        }
        return new Matrix(values, index(0, from), rowOffsets, columnOffsets.range(from, count));
    }

    public int rows() {
        return rowOffsets.count();
    }

    public int columns() {
        return columnOffsets.count();
    }

    int index(int row, int column) {
        return offset + rowOffsets.at(row) + columnOffsets.at(column);
    }

    /** Refuses operands whose sizes do not fit c = a · b, or a c whose columns have gaps. */
    static void check(Matrix a, Matrix b, Matrix c) {
        if (a.columns() != b.rows() || a.rows() != c.rows() || b.columns() != c.columns()) {
            throw new IllegalArgumentException("cannot multiply " + a.rows() + " x " + a.columns() + " by " + b.rows()
                    + " x " + b.columns() + " into " + c.rows() + " x " + c.columns());
        }
        if (!c.columnOffsets.areRun()) {
            throw new IllegalArgumentException("a product needs a result whose columns have no gaps");
        }
    }
}
