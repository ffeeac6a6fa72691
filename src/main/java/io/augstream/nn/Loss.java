package io.augstream.nn;

/**
 * What a training makes small: E, a mean over a batch of how far the outputs are from their targets. In double, with
 * exactly defined functions, so the same bits everywhere.
 *
 * <p>Targets are labels, the number of each sample's true class, or soft: a distribution over the classes for each
 * sample, as mixtures of images have.
 */
public sealed interface Loss permits MeanSquaredError, SoftmaxCrossEntropy {
    /** The name in a pipeline file. */
    String kind();

    /**
     * The mean loss of a batch.
     *
     * @param outputs {@code classes} a sample
     * @param labels the true class of each sample; their number is the batch's
     * @param gradient receives ∂loss/∂outputs
     * @throws IllegalArgumentException if a label is not a class
     */
    double loss(float[] outputs, int[] labels, int classes, float[] gradient);

    /** The mean loss of a batch, without its gradient; see {@link #loss(float[], int[], int, float[])}. */
    double loss(float[] outputs, int[] labels, int classes);

    /**
     * The mean loss of a batch with soft targets.
     *
     * @param outputs {@code classes} a sample
     * @param targets the share of each class, {@code classes} a sample; sample by sample they are at least 0 and sum to 1
     * @param samples of the batch
     * @param gradient receives ∂loss/∂outputs
     * @throws IllegalArgumentException if the targets of a sample are no distribution
     */
    double loss(float[] outputs, float[] targets, int samples, int classes, float[] gradient);

    /**
     * The least mean loss that targets allow, whatever the outputs: 0 for labels without smoothing.
     *
     * @param targets as for {@link #loss(float[], float[], int, int, float[])}
     */
    double floor(float[] targets, int samples, int classes);

    /**
     * The mean loss of the best outputs that are the same for every sample.
     *
     * @param means of the targets, a number a class
     * @param squares means of the targets' squares
     */
    double chance(double[] means, double[] squares);

    /** This loss as validation and test images are scored by it: without what helps training alone. */
    Loss forScoring();

    /** Refuses a label that is not a class. */
    static void checkLabel(int label, int classes) {
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException("label " + label + " is not one of " + classes + " classes");
        }
    }

    /** Refuses targets from {@code from} on that are no distribution, but for what rounding does to their sum. */
    static void checkTargets(float[] targets, int from, int classes) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            if (!(targets[from + c] >= 0)) {
                throw new IllegalArgumentException(
                        "soft targets must be at least 0, got " + targets[from + c] + " for class " + c);
            }
            sum += targets[from + c];
        }
        if (!(Math.abs(sum - 1) <= 1e-4)) {
            throw new IllegalArgumentException("soft targets of a sample must sum to 1, got " + sum);
        }
    }
}
