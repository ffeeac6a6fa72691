package io.augstream.dataset;

import java.util.stream.IntStream;

/**
 * The sum of vectors' products with themselves, Σ v·vᵀ: a covariance out of images, a matrix out of its eigenvectors. Each
 * number is a sum in the order of the vectors, whatever the threads that share its rows.
 */
final class OuterProducts {
    /** The upper triangle alone, until the end. */
    private final double[][] sum;

    /** @param size of a vector */
    OuterProducts(int size) {
        sum = new double[size][size];
    }

    /** @param count of {@code vectors}, from the first on */
    void add(double[][] vectors, int count) {
        IntStream.range(0, sum.length).parallel().forEach(row -> add(sum[row], row, vectors, count));
    }

    private static void add(double[] to, int row, double[][] vectors, int count) {
        int at = 0;
        for (; at + 4 <= count; at += 4) {
            addFour(to, row, vectors[at], vectors[at + 1], vectors[at + 2], vectors[at + 3]);
        }
        for (; at < count; at++) {
            double[] vector = vectors[at];
            for (int i = row; i < to.length; i++) {
                to[i] += vector[row] * vector[i];
            }
        }
    }

    private static void addFour(double[] to, int row, double[] a, double[] b, double[] c, double[] d) {
        double ofA = a[row];
        double ofB = b[row];
        double ofC = c[row];
        double ofD = d[row];
        for (int i = row; i < to.length; i++) {
            to[i] = to[i] + ofA * a[i] + ofB * b[i] + ofC * c[i] + ofD * d[i];
        }
    }

    /** The sum, divided; this object's own arrays, so it is done then. */
    double[][] dividedBy(double divisor) {
        for (int row = 0; row < sum.length; row++) {
            for (int column = row; column < sum.length; column++) {
                sum[row][column] /= divisor;
                sum[column][row] = sum[row][column];
            }
        }
        return sum;
    }
}
