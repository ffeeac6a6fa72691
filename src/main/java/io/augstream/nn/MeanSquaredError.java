package io.augstream.nn;

/**
 * The mean of (y − t)² over all outputs of all samples of a batch, as PyTorch's {@code MSELoss} takes it: with n samples
 * of K outputs the sum is divided by n·K. The target t of a label is 1 at the true class and 0 elsewhere.
 */
public record MeanSquaredError() implements Loss {
    @Override
    public String kind() {
        return "mean_squared_error";
    }

    @Override
    public double loss(float[] outputs, int[] labels, int classes, float[] gradient) {
        double count = (double) labels.length * classes;
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            Loss.checkLabel(labels[i], classes);
            for (int c = 0; c < classes; c++) {
                double error = outputs[i * classes + c] - (c == labels[i] ? 1.0 : 0);
                sum += error * error;
                gradient[i * classes + c] = (float) (2 * error / count);
            }
        }
        return sum / count;
    }

    @Override
    public double loss(float[] outputs, int[] labels, int classes) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            Loss.checkLabel(labels[i], classes);
            for (int c = 0; c < classes; c++) {
                double error = outputs[i * classes + c] - (c == labels[i] ? 1.0 : 0);
                sum += error * error;
            }
        }
        return sum / ((double) labels.length * classes);
    }

    @Override
    public double loss(float[] outputs, float[] targets, int samples, int classes, float[] gradient) {
        double count = (double) samples * classes;
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            Loss.checkTargets(targets, i * classes, classes);
            for (int at = i * classes; at < (i + 1) * classes; at++) {
                double error = (double) outputs[at] - targets[at];
                sum += error * error;
                gradient[at] = (float) (2 * error / count);
            }
        }
        return sum / count;
    }

    @Override
    public double floor(float[] targets, int samples, int classes) {
        return 0;
    }

    /** The targets' variance: outputs are best at their mean. */
    @Override
    public double chance(double[] means, double[] squares) {
        double sum = 0;
        for (int c = 0; c < means.length; c++) {
            sum += squares[c] - means[c] * means[c];
        }
        return sum / means.length;
    }

    @Override
    public Loss forScoring() {
        return this;
    }
}
