package io.augstream.train.health;

import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.settings.Settings;
import io.augstream.train.EpochReport;
import io.augstream.train.NetworkSettings;
import io.augstream.train.TrainSettings;
import io.augstream.train.Trainer;
import io.augstream.train.TrainingException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A training on {@link Points}, and what is said of it. */
final class KnownFate {
    private final Points points;
    private final Network network;
    private final Trainer trainer;
    private boolean failed;

    /**
     * @param layers as in a pipeline file
     * @param train likewise
     * @param seed of the first weights and the dropout
     */
    KnownFate(String layers, String train, Points points, long seed) {
        this.points = points;
        Settings settings = Settings.parse("network: " + layers, "network", Path.of("/"));
        List<LayerSpec> specs = NetworkSettings.from(settings.root().get("network"), Points.CLASSES);
        network = Network.create(specs, Points.SHAPE, seed);
        trainer = new Trainer(network, TrainSettings.parse(train), seed);
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
        try {
            trainer.train(points.training(), report -> {});
        } catch (TrainingException e) {
            // The diagnosis tells of it.
            failed = true;
        }
        return trainer.diagnosis().orElseThrow();
    }

    /** The mean over the last epoch, as the training has it. */
    double lastLoss() {
        List<EpochReport> epochs = trainer.epochs();
        return epochs.get(epochs.size() - 1).loss();
    }

    /** Whether its numbers ended. */
    boolean failed() {
        return failed;
    }

    /** As the training has left it. */
    Network network() {
        return network;
    }
}
