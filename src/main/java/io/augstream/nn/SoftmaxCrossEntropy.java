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
        double[] exponentials = new double[classes];
        for (int i = 0; i < labels.length; i++) {
            int from = i * classes;
            double sum = exponentials(logits, from, exponentials);
            total += sampleLoss(logits, from, classes, labels[i], sum);
            for (int c = 0; c < classes; c++) {
                double p = exponentials[c] / sum;
                double q = (c == labels[i] ? 1 - smoothing : 0) + smoothing / classes;
                gradient[from + c] = (float) ((p - q) / labels.length);
            }
        }
        return total / labels.length;
    }

    @Override
    public double loss(float[] logits, int[] labels, int classes) {
        double total = 0;
        double[] exponentials = new double[classes];
        for (int i = 0; i < labels.length; i++) {
            int from = i * classes;
            total += sampleLoss(logits, from, classes, labels[i], exponentials(logits, from, exponentials));
        }
        return total / labels.length;
    }

    @Override
    public double loss(float[] logits, float[] targets, int samples, int classes, float[] gradient) {
        double total = 0;
        double[] exponentials = new double[classes];
        for (int i = 0; i < samples; i++) {
            int from = i * classes;
            Loss.checkTargets(targets, from, classes);
            double sum = exponentials(logits, from, exponentials);
            double logSum = StrictMath.log(sum) + logits[largest(logits, from, classes)];
            for (int c = 0; c < classes; c++) {
                double q = (1 - smoothing) * targets[from + c] + smoothing / classes;
                total += q * (logSum - logits[from + c]);
                gradient[from + c] = (float) ((exponentials[c] / sum - q) / samples);
            }
        }
        return total / samples;
    }

    /** The mean entropy of q. */
    @Override
    public double floor(float[] targets, int samples, int classes) {
        // A training asks at every step, and most shares are 0.
        double none = information(0, classes);
        double sum = 0;
        for (int i = 0; i < samples * classes; i++) {
            sum += targets[i] == 0 ? none : information(targets[i], classes);
        }
        return sum / samples;
    }

    /** The entropy of the mean q, whose logarithm the outputs are best at: ln(classes) where those are as frequent. */
    @Override
    public double chance(double[] means, double[] squares) {
        double sum = 0;
        for (double mean : means) {
            sum += information(mean, means.length);
        }
        return sum;
    }

    /** −q·ln q of a class with the share {@code target}. */
    private double information(double target, int classes) {
        double q = (1 - smoothing) * target + smoothing / classes;
        return q == 0 ? 0 : -q * StrictMath.log(q);
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

    /**
     * exp(logit − largest logit) of each class, and their sum: at least 1, so that neither overflow nor log 0 can come of it.
     */
    private static double exponentials(float[] logits, int from, double[] exponentials) {
        double largest = logits[largest(logits, from, exponentials.length)];
        double sum = 0;
        for (int c = 0; c < exponentials.length; c++) {
            exponentials[c] = StrictMath.exp(logits[from + c] - largest);
            sum += exponentials[c];
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
