package io.augstream.train.health;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.Shape;
import io.augstream.random.CounterRandom;
import io.augstream.settings.Settings;
import io.augstream.train.NetworkSettings;
import io.augstream.train.TrainSettings;
import io.augstream.train.Trainer;
import io.augstream.train.TrainingException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Trainings on points that are easy to tell apart: class c of {@value #CLASSES} lies around a point of its own among {@value
 * #FEATURES} numbers, which have a deviation of about 1.
 */
final class KnownFate {
    static final int CLASSES = 4;
    static final int FEATURES = 16;
    static final int BATCH = 128;

    private static final int STEPS_AN_EPOCH = 20;

    private final Network network;
    private final Trainer trainer;

    /**
     * @param layers as in a pipeline file
     * @param train settings, with {@code epochs} of {@value #STEPS_AN_EPOCH} steps
     */
    KnownFate(String layers, String train) {
        Settings settings = Settings.parse("network: " + layers, "network", Path.of("/"));
        List<LayerSpec> specs = NetworkSettings.from(settings.root().get("network"), CLASSES);
        network = Network.create(specs, Shape.vector(FEATURES), 1);
        trainer = new Trainer(network, TrainSettings.parse(train), 1);
    }

    /** Writes to a parameter before the training. */
    KnownFate with(String parameter, Consumer<float[]> change) {
        for (Parameter one : network.parameters()) {
            if (one.name().equals(parameter)) {
                change.accept(one.value());
                return this;
            }
        }
        throw new IllegalArgumentException("no parameter " + parameter);
    }

    Diagnosis diagnosis() {
        return diagnosis(1);
    }

    /** @param scale what all inputs are multiplied by */
    Diagnosis diagnosis(double scale) {
        BatchSource source = BatchSource.of(STEPS_AN_EPOCH * BATCH, epoch -> IntStream.range(0, STEPS_AN_EPOCH)
                .mapToObj(step -> batch(epoch * STEPS_AN_EPOCH + step, scale))
                .iterator());
        try {
            trainer.train(source, report -> {});
        } catch (TrainingException e) {
            // The diagnosis tells of it.
            return trainer.diagnosis().orElseThrow();
        }
        return trainer.diagnosis().orElseThrow();
    }

    static Batch batch(int number, double scale) {
        float[] x = new float[BATCH * FEATURES];
        int[] labels = new int[BATCH];
        for (int i = 0; i < BATCH; i++) {
            labels[i] = (int) (CLASSES * CounterRandom.uniformAt(5000 + number, i));
            for (int f = 0; f < FEATURES; f++) {
                double centre = CounterRandom.gaussianAt(77, labels[i] * FEATURES + f);
                double noise = CounterRandom.gaussianAt(1000 + number, i * FEATURES + f);
                x[i * FEATURES + f] = (float) (scale * (0.8 * centre + 0.6 * noise));
            }
        }
        return new Batch(x, labels, 1, 1, FEATURES);
    }
}
