package io.augstream.nn;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Plain forward passes in double, written from the definitions and not from the layers: what gradients are checked
 * against. Maps are NHWC; parameters in the layouts of {@link Parameter}.
 */
final class DoubleForward {
    private DoubleForward() {}

    static double[] dense(double[] x, int batch, int inputs, int units, double[] weight, double[] bias) {
        double[] y = new double[batch * units];
        for (int n = 0; n < batch; n++) {
            for (int u = 0; u < units; u++) {
                double sum = bias.length == 0 ? 0 : bias[u];
                for (int i = 0; i < inputs; i++) {
                    sum += x[n * inputs + i] * weight[i * units + u];
                }
                y[n * units + u] = sum;
            }
        }
        return y;
    }

    static double[] convolution(double[] x, int batch, Shape in, Convolution spec, double[] weight, double[] bias) {
        int size = spec.kernelSize();
        int height = (in.height() + 2 * spec.padding() - size) / spec.stride() + 1;
        int width = (in.width() + 2 * spec.padding() - size) / spec.stride() + 1;
        int groupIn = in.channels() / spec.groups();
        double[] y = new double[batch * height * width * spec.channels()];
        int at = 0;
        for (int n = 0; n < batch; n++) {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    for (int out = 0; out < spec.channels(); out++) {
                        double sum = bias.length == 0 ? 0 : bias[out];
                        int firstIn = out / (spec.channels() / spec.groups()) * groupIn;
                        for (int i = 0; i < size; i++) {
                            for (int j = 0; j < size; j++) {
                                int r = row * spec.stride() - spec.padding() + i;
                                int c = column * spec.stride() - spec.padding() + j;
                                for (int k = 0; k < groupIn && inside(in, r, c); k++) {
                                    sum += x[((n * in.height() + r) * in.width() + c) * in.channels() + firstIn + k]
                                            * weight[((i * size + j) * groupIn + k) * spec.channels() + out];
                                }
                            }
                        }
                        y[at++] = sum;
                    }
                }
            }
        }
        return y;
    }

    static double[] batchNorm(double[] x, int channels, double epsilon, double[] gamma, double[] beta) {
        int n = x.length / channels;
        double[] y = new double[x.length];
        for (int c = 0; c < channels; c++) {
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += x[i * channels + c] / n;
            }
            double variance = 0;
            for (int i = 0; i < n; i++) {
                variance += Math.pow(x[i * channels + c] - mean, 2) / n;
            }
            for (int i = 0; i < n; i++) {
                double normal = (x[i * channels + c] - mean) / Math.sqrt(variance + epsilon);
                y[i * channels + c] = gamma[c] * normal + beta[c];
            }
        }
        return y;
    }

    static double[] each(double[] x, DoubleUnaryOperator function) {
        return Arrays.stream(x).map(function).toArray();
    }

    static double[] averagePool(double[] x, int batch, Shape in, AveragePool pool) {
        int height = (in.height() + 2 * pool.padding() - pool.size()) / pool.stride() + 1;
        int width = (in.width() + 2 * pool.padding() - pool.size()) / pool.stride() + 1;
        double[] y = new double[batch * height * width * in.channels()];
        int at = 0;
        for (int n = 0; n < batch; n++) {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    for (int k = 0; k < in.channels(); k++) {
                        double sum = 0;
                        for (int tap = 0; tap < pool.size() * pool.size(); tap++) {
                            int r = row * pool.stride() - pool.padding() + tap / pool.size();
                            int c = column * pool.stride() - pool.padding() + tap % pool.size();
                            if (inside(in, r, c)) {
                                sum += x[((n * in.height() + r) * in.width() + c) * in.channels() + k];
                            }
                        }
                        y[at++] = sum / (pool.size() * pool.size());
                    }
                }
            }
        }
        return y;
    }

    static double[] globalAveragePool(double[] x, int batch, Shape in) {
        double[] y = new double[batch * in.channels()];
        int pixels = in.height() * in.width();
        for (int i = 0; i < batch * in.size(); i++) {
            y[i / in.size() * in.channels() + i % in.channels()] += x[i] / pixels;
        }
        return y;
    }

    static double[] localResponseNorm(double[] x, int channels, LocalResponseNorm norm) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int channel = i % channels;
            double squares = 0;
            for (int j = 0; j < norm.size(); j++) {
                int other = channel - norm.size() / 2 + j;
                if (other >= 0 && other < channels) {
                    squares += Math.pow(x[i - channel + other], 2);
                }
            }
            double divisor = norm.divideAlpha() ? norm.size() : 1;
            y[i] = x[i] / Math.pow(norm.k() + norm.alpha() / divisor * squares, norm.beta());
        }
        return y;
    }

    static double[] relu(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] > 0 ? x[i] : 0;
        }
        return y;
    }

    static double[] maxPool(double[] x, int batch, Shape in, MaxPool pool) {
        int height = (in.height() + 2 * pool.padding() - pool.size()) / pool.stride() + 1;
        int width = (in.width() + 2 * pool.padding() - pool.size()) / pool.stride() + 1;
        double[] y = new double[batch * height * width * in.channels()];
        int at = 0;
        for (int n = 0; n < batch; n++) {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    for (int k = 0; k < in.channels(); k++) {
                        double largest = Double.NEGATIVE_INFINITY;
                        for (int i = 0; i < pool.size(); i++) {
                            for (int j = 0; j < pool.size(); j++) {
                                int r = row * pool.stride() - pool.padding() + i;
                                int c = column * pool.stride() - pool.padding() + j;
                                if (inside(in, r, c)) {
                                    int from = ((n * in.height() + r) * in.width() + c) * in.channels() + k;
                                    largest = Math.max(largest, x[from]);
                                }
                            }
                        }
                        y[at++] = largest;
                    }
                }
            }
        }
        return y;
    }

    static double crossEntropy(double[] logits, int[] labels, int classes, double smoothing) {
        double total = 0;
        for (int n = 0; n < labels.length; n++) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.exp(logits[n * classes + c]);
            }
            for (int c = 0; c < classes; c++) {
                double q = smoothing / classes + (c == labels[n] ? 1 - smoothing : 0);
                total -= q * Math.log(Math.exp(logits[n * classes + c]) / sum) / labels.length;
            }
        }
        return total;
    }

    static double softCrossEntropy(double[] logits, double[] targets, int classes, double smoothing) {
        int samples = logits.length / classes;
        double total = 0;
        for (int i = 0; i < logits.length; i++) {
            int from = i / classes * classes;
            double sum =
                    Arrays.stream(logits, from, from + classes).map(Math::exp).sum();
            double q = (1 - smoothing) * targets[i] + smoothing / classes;
            total -= q * Math.log(Math.exp(logits[i]) / sum) / samples;
        }
        return total;
    }

    static double meanSquaredError(double[] outputs, double[] targets) {
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            sum += Math.pow(outputs[i] - targets[i], 2);
        }
        return sum / outputs.length;
    }

    private static boolean inside(Shape map, int row, int column) {
        return row >= 0 && column >= 0 && row < map.height() && column < map.width();
    }
}
