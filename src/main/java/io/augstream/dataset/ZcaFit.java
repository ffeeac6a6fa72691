package io.augstream.dataset;

import io.augstream.image.Channels;
import io.augstream.image.Image;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Fits a {@link Whitening} to images: n images of d values, their covariance Σ (of the population) from its sums in double. Of
 * fewer images than values the eigenvectors are found from the n products of images with each other in place of the d of values:
 * Σ = Xᵀ·X / n has the eigenvalues of X·Xᵀ / n, and its eigenvectors are Xᵀ·u, u being those of the latter.
 */
final class ZcaFit {
    /** Images whose products are summed at a time: enough of them that the sums are not fetched from memory for each. */
    private static final int BLOCK = 64;

    private final Normalisation normalisation;
    private final List<Image> images;
    private final double epsilon;
    private final int values;
    private final double[] mean;

    /**
     * @param images all of one shape
     * @throws DataException if there are fewer than two, or they have more values than can be whitened
     */
    ZcaFit(Normalisation normalisation, List<Image> images, double epsilon) {
        this.normalisation = normalisation;
        this.images = images;
        this.epsilon = epsilon;
        Image first = images.get(0);
        values = first.length();
        if (values > Whitening.MOST_VALUES) {
            throw new DataException(
                    "data.prepare.whiten: images of " + first.size() + " with " + Channels.words(first.channels())
                            + " have " + values
                            + " values, at most "
                            + Whitening.MOST_VALUES
                            + " can be whitened; data.prepare.resize or channels makes them fewer, whiten: false leaves it out");
        }
        if (images.size() < 2) {
            throw new DataException("data.prepare.whiten: needs at least 2 training images to fit, got 1");
        }
        mean = mean();
    }

    /**
     * What the fit holds at its peak, in bytes, measured for Commons Math's decomposition of the smaller matrix, m by m with m = min(n, d):
     * five of these, and the images, their transposition and W.
     */
    static long bytes(long images, long values) {
        long smaller = Math.min(images, values);
        long doubles = 5 * smaller * smaller + 2 * smaller * values + values * values;
        // W and its two copies in floats, where that is more.
        return Double.BYTES * Math.max(doubles, 2 * values * values);
    }

    Whitening whitening() {
        double[][] root = images.size() > values ? fromValues() : fromImages();
        float[] matrix = new float[values * values];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (float) root[i / values][i % values];
        }
        float[] rounded = new float[values];
        for (int i = 0; i < values; i++) {
            rounded[i] = (float) mean[i];
        }
        return new Whitening(epsilon, rounded, matrix);
    }

    private double[] mean() {
        double[] sum = new double[values];
        float[] pixels = new float[values];
        for (Image image : images) {
            normalisation.write(image, pixels, 0);
            for (int i = 0; i < values; i++) {
                sum[i] += pixels[i];
            }
        }
        for (int i = 0; i < values; i++) {
            sum[i] /= images.size();
        }
        return sum;
    }

    private void centre(Image image, float[] pixels, double[] centred) {
        normalisation.write(image, pixels, 0);
        for (int i = 0; i < values; i++) {
            centred[i] = pixels[i] - mean[i];
        }
    }

    /** W = Σ u·uᵀ / √(λ + ε) over all eigenvectors u. */
    private double[][] fromValues() {
        OuterProducts products = new OuterProducts(values);
        double[][] block = new double[BLOCK][values];
        float[] pixels = new float[values];
        for (int from = 0; from < images.size(); from += BLOCK) {
            int count = Math.min(BLOCK, images.size() - from);
            for (int i = 0; i < count; i++) {
                centre(images.get(from + i), pixels, block[i]);
            }
            products.add(block, count);
        }
        EigenDecomposition eigen = eigen(products.dividedBy(images.size()));
        double[][] vectors = eigen.getVT().getData();
        for (int k = 0; k < values; k++) {
            scale(vectors[k], 1 / Math.sqrt(deviation(eigen, k)));
        }
        OuterProducts root = new OuterProducts(values);
        root.add(vectors, values);
        return root.dividedBy(1);
    }

    /**
     * Directions in which the images do not vary have λ = 0 and the gain 1 / √ε. The others, v = Xᵀ·u / √(n·λ), have
     * 1 / √(λ + ε) in its place, so W = 1 / √ε − Σ Xᵀu·(Xᵀu)ᵀ·g with g = (1 / √ε − 1 / √(λ + ε)) / (n·λ); written so that λ = 0
     * divides by nothing, g = 1 / (n·√ε·√(λ + ε)·(√ε + √(λ + ε))).
     */
    private double[][] fromImages() {
        int count = images.size();
        double[][] centred = new double[count][values];
        double[][] transposed = new double[values][count];
        float[] pixels = new float[values];
        for (int k = 0; k < count; k++) {
            centre(images.get(k), pixels, centred[k]);
            for (int i = 0; i < values; i++) {
                transposed[i][k] = centred[k][i];
            }
        }
        OuterProducts products = new OuterProducts(count);
        products.add(transposed, values);
        EigenDecomposition eigen = eigen(products.dividedBy(count));
        double least = Math.sqrt(epsilon);
        double[][] directions = new double[count][];
        IntStream.range(0, count).parallel().forEach(k -> {
            double deviation = deviation(eigen, k);
            directions[k] = combined(centred, eigen.getEigenvector(k).toArray());
            scale(directions[k], 1 / Math.sqrt(count * least * deviation * (least + deviation)));
        });
        OuterProducts sum = new OuterProducts(values);
        sum.add(directions, count);
        double[][] root = sum.dividedBy(-1);
        for (int i = 0; i < values; i++) {
            root[i][i] += 1 / least;
        }
        return root;
    }

    private static EigenDecomposition eigen(double[][] symmetric) {
        return new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false));
    }

    /** √(λ + ε); rounding makes an eigenvalue of 0 a little less than that. */
    private double deviation(EigenDecomposition eigen, int index) {
        return Math.sqrt(Math.max(0, eigen.getRealEigenvalue(index)) + epsilon);
    }

    private double[] combined(double[][] vectors, double[] weights) {
        double[] sum = new double[values];
        for (int k = 0; k < vectors.length; k++) {
            for (int i = 0; i < values; i++) {
                sum[i] += weights[k] * vectors[k][i];
            }
        }
        return sum;
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }
}
