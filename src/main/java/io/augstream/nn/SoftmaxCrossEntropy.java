package io.augstream.nn;

/**
 * The loss of a classifier: the mean over a batch of −Σ q·log p, where p is the softmax of the outputs and q puts 1 − ε
 * on the true class and spreads ε evenly over all (label smoothing: Szegedy and others, "Rethinking the Inception
 * architecture", 2016). Soft targets t become (1 − ε)·t + ε / classes, as in PyTorch.
 *
 * @param smoothing ε, in [0, 1); 0 leaves q at the true class alone
 */
public record SoftmaxCrossEntropy(double smoothing) implements Loss {
    public SoftmaxCrossEntropy {
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("label_smoothing must lie in [0, 1), got " + smoothing);
        }
    }

    /** Without smoothing. */
    public SoftmaxCrossEntropy() {
        this(0);
    }

    @Override
    public String kind() {
        return "cross_entropy";
    }

    @Override
    public Loss forScoring() {
        return new SoftmaxCrossEntropy();
    }

    @Override
    public double loss(float[] logits, int[] labels, int classes, float[] gradient) {
        double total = 0;
        for (int i = 0; i < labels.length; i++) {
            int from = i * classes;
            double sum = exponentialSum(logits, from, classes);
            total += sampleLoss(logits, from, classes, labels[i], sum);
            double largest = logits[largest(logits, from, classes)];
            for (int c = 0; c < classes; c++) {
                double p = StrictMath.exp(logits[from + c] - largest) / sum;
                double q = (c == labels[i] ? 1 - smoothing : 0) + smoothing / classes;
                gradient[from + c] = (float) ((p - q) / labels.length);
            }
        }
        return total / labels.length;
    }

    @Override
    public double loss(float[] logits, int[] labels, int classes) {
        double total = 0;
        for (int i = 0; i < labels.length; i++) {
            int from = i * classes;
            total += sampleLoss(logits, from, classes, labels[i], exponentialSum(logits, from, classes));
        }
        return total / labels.length;
    }

    @Override
    public double loss(float[] logits, float[] targets, int samples, int classes, float[] gradient) {
        double total = 0;
        for (int i = 0; i < samples; i++) {
            int from = i * classes;
            Loss.checkTargets(targets, from, classes);
            double largest = logits[largest(logits, from, classes)];
            double sum = exponentialSum(logits, from, classes);
            double logSum = StrictMath.log(sum) + largest;
            for (int at = from; at < from + classes; at++) {
                double p = StrictMath.exp(logits[at] - largest) / sum;
                double q = (1 - smoothing) * targets[at] + smoothing / classes;
                total += q * (logSum - logits[at]);
                gradient[at] = (float) ((p - q) / samples);
            }
        }
        return total / samples;
    }

    /** How many samples have their largest output at the true class; of equal outputs the first counts. */
    public static int correct(float[] logits, int[] labels, int classes) {
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (largest(logits, i * classes, classes) == i * classes + labels[i]) {
                count++;
            }
        }
        return count;
    }

    private double sampleLoss(float[] logits, int from, int classes, int label, double exponentialSum) {
        Loss.checkLabel(label, classes);
        double outputs = 0;
        for (int c = 0; c < classes && smoothing > 0; c++) {
            outputs += logits[from + c];
        }
        double expected = (1 - smoothing) * logits[from + label] + smoothing / classes * outputs;
        return StrictMath.log(exponentialSum) + logits[largest(logits, from, classes)] - expected;
    }

    /** Σ exp(logit − largest logit): at least 1, so that neither overflow nor log 0 can come of it. */
    private static double exponentialSum(float[] logits, int from, int classes) {
        double largest = logits[largest(logits, from, classes)];
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += StrictMath.exp(logits[from + c] - largest);
        }
        return sum;
    }

    /** The index of the first largest value; of the first NaN if there is one. */
    private static int largest(float[] values, int from, int count) {
        int best = from;
        for (int i = from; i < from + count; i++) {
            if (values[i] > values[best] || Float.isNaN(values[i])) {
                best = i;
            }
            if (Float.isNaN(values[i])) {
                return i;
            }
        }
        return best;
    }
}
