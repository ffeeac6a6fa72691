package io.augstream.nn;

/**
 * Batch normalisation (Ioffe and Szegedy, 2015) of each channel of a map, or each element of a vector: by the batch's
 * mean and biased variance in training, by running ones (of the unbiased variance) in evaluation; then scaled and
 * shifted by trained numbers, γ and β.
 *
 * @param momentum weight of the NEW batch in the running statistics, in (0, 1]; usually 0.1
 * @param epsilon added to the variance, above 0; usually 1e-5
 * @param gammaInit what γ starts at; usually 1. β starts at 0. A 0 in the last one of a residual branch lets the block
 *     begin as its shortcut alone (Goyal and others, "Accurate, Large Minibatch SGD", 2017, section 5.1)
 */
public record BatchNorm(double momentum, double epsilon, double gammaInit) implements LayerSpec {
    public BatchNorm {
        if (!(momentum > 0 && momentum <= 1)) {
            throw new IllegalArgumentException("momentum must lie in (0, 1], got " + momentum);
        }
        if (!(epsilon > 0 && epsilon < 1)) {
            throw new IllegalArgumentException("epsilon must lie in (0, 1), got " + epsilon);
        }
        Bounds.finiteFloat(gammaInit, "gamma_init");
    }

    /** γ starts at 1. */
    public BatchNorm(double momentum, double epsilon) {
        this(momentum, epsilon, 1);
    }

    /** Momentum 0.1, epsilon 1e-5. */
    public BatchNorm() {
        this(0.1, 1e-5);
    }

    @Override
    public String kind() {
        return "batch_norm";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    /** γ and β of each channel. */
    @Override
    public long parameters(ParameterKind kind, Shape input) {
        return kind == ParameterKind.NORM ? 2L * input.channels() : 0;
    }
}
