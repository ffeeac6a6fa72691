package io.augstream.nn;

import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures images a second of forward, backward and an SGD step, on one thread: a program, not a test. Time is the
 * thread's processor time, so that other work on the machine disturbs it less.
 * Arguments: seconds a measurement (default 1), and {@code scalar} for the scalar kernels.
 */
final class ThroughputMain {
    private static final int ROUNDS = 9;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private ThroughputMain() {}

    public static void main(String[] arguments) {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 1;
        boolean scalar = arguments.length > 1 && arguments[1].equals("scalar");
        Kernels kernels = scalar ? Kernels.scalar() : Kernels.selected();
        System.out.println(Kernels.describe() + ", measured: " + kernels.name());
        products(kernels, seconds);
        measure("small, 28x28x1", small(), new Shape(28, 28, 1), 128, kernels, seconds);
        measure("conv16 conv32 dense64, 32x32x3", convolutions(), new Shape(32, 32, 3), 32, kernels, seconds);
        measure("quickstart, 32x32x3", quickstart(), new Shape(32, 32, 3), 25, kernels, seconds);
        evaluate("quickstart, 32x32x3", quickstart(), new Shape(32, 32, 3), 100, kernels, seconds);
    }

    private static void products(Kernels kernels, double seconds) {
        for (int size : new int[] {64, 128, 384, 768}) {
            Matrix a = Matrix.of(values(size * size, 1), 0, size, size);
            Matrix b = Matrix.of(values(size * size, 2), 0, size, size);
            Matrix c = Matrix.of(new float[size * size], 0, size, size);
            Workspace workspace = new Workspace();
            double rate = median(seconds, () -> kernels.multiply(a, b, c, workspace));
            System.out.printf("product of %d: %.1f GFLOP/s%n", size, rate * 2 * size * size * size / 1e9);
        }
    }

    private static void measure(
            String name, List<LayerSpec> layers, Shape input, int batch, Kernels kernels, double seconds) {
        Network network = Network.create(layers, input, 1, kernels);
        float[] x = values(batch * input.size(), 3);
        int classes = network.output().size();
        int[] labels = new int[batch];
        Arrays.setAll(labels, i -> i % classes);
        float[] gradient = new float[batch * classes];
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
        Consumer<Long> step = number -> {
            float[] logits = network.train(x, batch, RandomKey.of(number));
            double value = loss.loss(logits, labels, classes, gradient);
            if (!Double.isFinite(value)) {
                throw new IllegalStateException("the loss became " + value);
            }
            network.backward(gradient);
            for (Parameter parameter : network.parameters()) {
                for (int i = 0; i < parameter.size(); i++) {
                    parameter.value()[i] -= 0.001f * parameter.gradient()[i];
                }
            }
        };
        long[] number = {0};
        double rate = median(seconds, () -> step.accept(number[0]++)) * batch;
        double flops = flops(layers, input);
        System.out.printf("%s, batch %d: %.0f images/s, %.1f GFLOP/s%n", name, batch, rate, rate * flops / 1e9);
    }

    private static void evaluate(
            String name, List<LayerSpec> layers, Shape input, int batch, Kernels kernels, double seconds) {
        Network network = Network.create(layers, input, 1, kernels);
        float[] x = values(batch * input.size(), 3);
        double rate = median(seconds, () -> network.evaluate(x, batch)) * batch;
        System.out.printf("%s, evaluating %d: %.0f images/s%n", name, batch, rate);
    }

    /** Floating-point operations an image of the products alone: forward, and backward without the first input gradient. */
    private static double flops(List<LayerSpec> layers, Shape input) {
        double total = 0;
        Shape shape = input;
        for (LayerSpec layer : layers) {
            Shape output = layer.output(shape);
            double forward = 0;
            if (layer instanceof Convolution convolution) {
                forward = 2.0 * output.size() * convolution.kernelSize() * convolution.kernelSize() * shape.channels();
            } else if (layer instanceof Dense) {
                forward = 2.0 * output.size() * shape.size();
            }
            total += forward * (total == 0 ? 2 : 3);
            shape = output;
        }
        return total;
    }

    /** Calls a second, the median of some rounds after a warm-up as long as they are. */
    private static double median(double seconds, Runnable work) {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long start = THREAD.getCurrentThreadCpuTime();
            int calls = 0;
            double passed = 0;
            while (passed < seconds / ROUNDS) {
                work.run();
                calls++;
                passed = (THREAD.getCurrentThreadCpuTime() - start) / 1e9;
            }
            if (round >= ROUNDS) {
                rates.add(calls / passed);
            }
        }
        rates.sort(null);
        return rates.get(ROUNDS / 2);
    }

    private static float[] values(int count, long key) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) CounterRandom.gaussianAt(key, i);
        }
        return values;
    }

    private static Convolution convolution(int channels) {
        return new Convolution(channels, 3, 1, 1, false, Initializer.HE_NORMAL);
    }

    private static Dense dense(int units) {
        return new Dense(units, true, Initializer.HE_NORMAL);
    }

    private static List<LayerSpec> small() {
        return List.of(
                convolution(32),
                new BatchNorm(),
                new Relu(),
                new MaxPool(2, 2, 0),
                convolution(64),
                new BatchNorm(),
                new Relu(),
                new MaxPool(2, 2, 0),
                new Flatten(),
                dense(128),
                new Relu(),
                new Dropout(0.5),
                dense(10));
    }

    private static List<LayerSpec> convolutions() {
        return List.of(
                convolution(16),
                new BatchNorm(),
                new Relu(),
                new MaxPool(2, 2, 0),
                convolution(32),
                new BatchNorm(),
                new Relu(),
                new MaxPool(2, 2, 0),
                new Flatten(),
                dense(64),
                new Relu(),
                dense(10));
    }

    /** The network of pipelines/quickstart.yaml. */
    private static List<LayerSpec> quickstart() {
        return List.of(
                new Convolution(16, 5, 2, 2, false, Initializer.HE_NORMAL),
                new BatchNorm(),
                new Relu(),
                convolution(32),
                new BatchNorm(),
                new Relu(),
                new MaxPool(2, 2, 0),
                convolution(32),
                new BatchNorm(),
                new Relu(),
                new MaxPool(2, 2, 0),
                new Flatten(),
                dense(10));
    }
}
