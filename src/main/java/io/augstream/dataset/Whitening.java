package io.augstream.dataset;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * ZCA whitening of normalised images, y = W·(x − m): decorrelated values that look like the image, for of all whitenings this
 * symmetric one changes it least (Bell and Sejnowski, "The 'independent components' of natural scenes are edge filters",
 * 1997; Krizhevsky, "Learning multiple layers of features from tiny images", 2009, appendix A). With Σ = U·diag(λ)·Uᵀ the
 * training images' covariance, W = U·diag(1 / √(λ + ε))·Uᵀ.
 *
 * <p>Each value is a sum of floats in the order of x, so it depends on nothing but the image. An image of d values costs d²
 * multiplications and the matrix 4·d² bytes. Unchanging and safe to share between threads.
 */
public final class Whitening {
    /** Of an image of 32x32 in colour: at most so many values can be whitened, for fitting takes time by the cube of them. */
    public static final int MOST_VALUES = 3072;

    /** Outputs that are summed together, whose sums then stay in the first cache. */
    private static final int TILE = 1024;

    private final double epsilon;
    private final float[] mean;
    private final float[] matrix;

    /**
     * @param epsilon ε that it was fitted with, above 0
     * @param mean m, one number a value, at least one
     * @param matrix W, row by row
     * @throws IllegalArgumentException if they do not go together, or W is not symmetric or holds what is no finite number
     */
    public Whitening(double epsilon, float[] mean, float[] matrix) {
        this.epsilon = requireEpsilon(epsilon);
        this.mean = mean.clone();
        this.matrix = matrix.clone();
        int values = mean.length;
        if (values == 0 || values > MOST_VALUES || matrix.length != values * values) {
            throw new IllegalArgumentException("whitening needs 1 to " + MOST_VALUES
                    + " means and as many numbers a row and a column, got " + values + " and " + matrix.length);
        }
        boolean finite = IntStream.range(0, values).allMatch(i -> Float.isFinite(mean[i])) && allFinite(matrix);
        if (!finite || !IntStream.range(0, values).allMatch(this::isSymmetric)) {
            throw new IllegalArgumentException("whitening must be by a symmetric matrix of finite numbers");
        }
    }

    static double requireEpsilon(double epsilon) {
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("epsilon must be a number above 0, got " + epsilon);
        }
        return epsilon;
    }

    private static boolean allFinite(float[] numbers) {
        return IntStream.range(0, numbers.length).allMatch(i -> Float.isFinite(numbers[i]));
    }

    private boolean isSymmetric(int row) {
        for (int column = 0; column < row; column++) {
            if (matrix[row * mean.length + column] != matrix[column * mean.length + row]) {
                return false;
            }
        }
        return true;
    }

    /** What a network sees that gets images normalised, then whitened by this. */
    public NetworkInput after(Normalisation normalisation) {
        return new WhitenedInput(normalisation, this);
    }

    public double epsilon() {
        return epsilon;
    }

    /** A copy. */
    public float[] mean() {
        return mean.clone();
    }

    /** A copy, row by row. */
    public float[] matrix() {
        return matrix.clone();
    }

    /** @throws IllegalArgumentException if an image has other values than were fitted */
    void requireValues(int values) {
        if (values != mean.length) {
            throw new IllegalArgumentException("data.prepare.whiten is for images of " + mean.length
                    + " values, as prepared; this one has " + values + ": stages must keep size and channels");
        }
    }

    /** Whitens the normalised image that begins at {@code offset}. */
    void apply(float[] pixels, int offset) {
        int values = mean.length;
        float[] centred = new float[values];
        for (int i = 0; i < values; i++) {
            centred[i] = pixels[offset + i] - mean[i];
        }
        Arrays.fill(pixels, offset, offset + values, 0);
        for (int from = 0; from < values; from += TILE) {
            int to = Math.min(values, from + TILE);
            int row = 0;
            for (; row + 4 <= values; row += 4) {
                addFour(centred, row, from, to, pixels, offset);
            }
            for (; row < values; row++) {
                addOne(centred, row, from, to, pixels, offset);
            }
        }
    }

    /** W is symmetric, so its rows stand for its columns: outputs lie side by side, and the compiler makes vectors of them. */
    private void addFour(float[] centred, int row, int from, int to, float[] pixels, int offset) {
        int values = mean.length;
        int first = row * values;
        int second = first + values;
        int third = second + values;
        int fourth = third + values;
        float a = centred[row];
        float b = centred[row + 1];
        float c = centred[row + 2];
        float d = centred[row + 3];
        for (int i = from; i < to; i++) {
            pixels[offset + i] = pixels[offset + i]
                    + a * matrix[first + i]
                    + b * matrix[second + i]
                    + c * matrix[third + i]
                    + d * matrix[fourth + i];
        }
    }

    private void addOne(float[] centred, int row, int from, int to, float[] pixels, int offset) {
        int first = row * mean.length;
        for (int i = from; i < to; i++) {
            pixels[offset + i] += centred[row] * matrix[first + i];
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Whitening that
                && epsilon == that.epsilon
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(matrix, that.matrix);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(epsilon) + Arrays.hashCode(mean);
    }

    @Override
    public String toString() {
        return "Whitening[epsilon=" + epsilon + ", values=" + mean.length + "]";
    }
}
