package io.augstream.nn;

/**
 * Local response normalisation across channels (Krizhevsky, Sutskever and Hinton, 2012): y = x / (k + α′ · Σ x²)^β, the
 * sum over {@code size} neighbouring channels of the same pixel, from {@code size / 2} before to {@code (size − 1) / 2}
 * after; channels that are not there count as 0.
 *
 * <p>Conventions of α differ. PyTorch divides it by the size, α′ = α / size; the paper takes α′ = α. The paper's
 * constants (size 5, α 1e-4, β 0.75, k 2) mean the paper's convention.
 *
 * @param size of the window in channels, at least 1
 * @param alpha α, at least 0
 * @param beta β, above 0
 * @param k above 0
 * @param divideAlpha whether α′ = α / size, PyTorch's convention, or α′ = α, the paper's
 */
public record LocalResponseNorm(int size, double alpha, double beta, double k, boolean divideAlpha)
        implements LayerSpec {
    public LocalResponseNorm {
        Bounds.atLeast(1, size, "size");
        if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha must be a number of at least 0, got " + alpha);
        }
        if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("beta must be a number above 0, got " + beta);
        }
        if (!(k > 0 && k < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("k must be a number above 0, got " + k);
        }
    }

    /** PyTorch's defaults and convention: α 1e-4 divided by the size, β 0.75, k 1. */
    public LocalResponseNorm(int size) {
        this(size, 1e-4, 0.75, 1, true);
    }

    @Override
    public String kind() {
        return "local_response_norm";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    /** α′, the weight of each square. */
    double squareWeight() {
        return divideAlpha ? alpha / size : alpha;
    }
}
