package io.augstream.nn;

/**
 * A matrix laid over part of an array: element (i, j) is {@code values[offset + i·rowStride + j·columnStride]}.
 *
 * @param values shared, not copied
 */
public record Matrix(float[] values, int offset, int rows, int columns, int rowStride, int columnStride) {
    public Matrix {
        long last = offset + (rows - 1L) * rowStride + (columns - 1L) * columnStride;
        if (rows < 1 || columns < 1 || offset < 0 || last >= values.length) {
            throw new IllegalArgumentException(
                    rows + " x " + columns + " elements from " + offset + " do not lie in " + values.length);
        }
    }

    /** Row after row, without gaps. */
    public static Matrix of(float[] values, int offset, int rows, int columns) {
        return new Matrix(values, offset, rows, columns, columns, 1);
    }

    public Matrix transposed() {
        return new Matrix(values, offset, columns, rows, columnStride, rowStride);
    }

    int index(int row, int column) {
        return offset + row * rowStride + column * columnStride;
    }

    /** Refuses operands whose sizes do not fit c = a · b, or a c whose columns have gaps. */
    static void check(Matrix a, Matrix b, Matrix c) {
        if (a.columns != b.rows || a.rows != c.rows || b.columns != c.columns || c.columnStride != 1) {
            throw new IllegalArgumentException("cannot multiply " + a.rows + " x " + a.columns + " by " + b.rows + " x "
                    + b.columns + " into " + c.rows + " x " + c.columns + " with column stride " + c.columnStride);
        }
    }
}
