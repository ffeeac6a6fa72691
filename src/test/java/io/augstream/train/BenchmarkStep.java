package io.augstream.train;

import io.augstream.nn.Kernels;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.Shape;
import io.augstream.nn.SoftmaxCrossEntropy;
import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import io.augstream.settings.Settings;
import io.augstream.train.health.HealthMonitor;
import io.augstream.train.health.HealthSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Forward, backward and a step of SGD (rate 0.01, momentum 0.9, weight decay 5e-4) on cross-entropy, on one batch of
 * random images made once: what {@code peers/train.py} measures of PyTorch. Health may be looked at besides.
 */
final class BenchmarkStep implements Runnable {
    private static final int CLASSES = 10;

    private final Network network;
    private final Optimizer optimizer;
    private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
    private final float[] images;
    private final int[] labels;
    private final float[] gradient;
    private final @Nullable HealthMonitor monitor;
    private long steps;

    /** @param health every so many steps it is looked at; 0 for never */
    BenchmarkStep(Preset preset, int batch, Kernels kernels, int threads, int health) {
        boolean digits = preset == Preset.MLP || preset == Preset.SMALL;
        Shape input = digits ? new Shape(28, 28, 1) : new Shape(32, 32, 3);
        network = Network.create(layers(preset), input, 1, kernels, threads);
        optimizer = new Sgd(
                network.parameters(), new SgdSettings(0.9, false), new WeightDecay(5e-4, Set.of()), network.workers());
        images = new float[batch * input.size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) CounterRandom.gaussianAt(3, i);
        }
        labels = new int[batch];
        Arrays.setAll(labels, i -> i * 7 % CLASSES);
        gradient = new float[batch * CLASSES];
        monitor = health == 0
                ? null
                : new HealthMonitor(network, loss, new HealthSettings(health, List.of()), layer -> false);
    }

    private static List<LayerSpec> layers(Preset preset) {
        Settings settings = Settings.parse("network: " + preset.name().toLowerCase(Locale.ROOT), "bench", Path.of("/"));
        return NetworkSettings.from(settings.root().get("network"), CLASSES);
    }

    @Override
    public void run() {
        long step = steps++;
        HealthMonitor watching = monitor != null && monitor.watches(step) ? monitor : null;
        float[] logits = watching == null
                ? network.train(images, labels.length, RandomKey.of(step))
                : network.train(images, labels.length, RandomKey.of(step), watching.begin(images, labels.length));
        double value = loss.loss(logits, labels, CLASSES, gradient);
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("the loss became " + value);
        }
        network.backward(gradient);
        if (watching != null) {
            watching.beforeMove();
        }
        optimizer.step(0.01);
        if (monitor != null) {
            monitor.count(value, 1, labels);
        }
        if (watching != null) {
            watching.afterMove(step, 0.01, gradient);
        }
    }
}
