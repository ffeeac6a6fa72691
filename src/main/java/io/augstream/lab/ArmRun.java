package io.augstream.lab;

import io.augstream.dataset.BatchSource;
import io.augstream.nn.Kernels;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.Shape;
import io.augstream.run.ConfusionMatrix;
import io.augstream.stream.Pace;
import io.augstream.stream.StreamRuntime;
import io.augstream.train.TrainSettings;
import io.augstream.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How one arm is trained with one seed. Of all that decides the result, only the arm's stages are not shared with the
 * other arms of the seed: first weights, images, order, dropout and normalisation are.
 *
 * @param input the images' shape
 * @param scoreTrain training images are scored every so many epochs
 * @param tasks images are augmented in so many tasks at a time
 */
record ArmRun(List<LayerSpec> layers, Shape input, TrainSettings train, int scoreTrain, int tasks) {
    private static final double NANOS = 1e9;

    /** @param listener told after every epoch, on this thread; it may throw to end the run */
    RunResult train(Arm arm, SeedData data, StreamRuntime runtime, Consumer<EpochScores> listener) {
        long start = System.nanoTime();
        List<EpochScores> epochs = new ArrayList<>();
        try (Network network = Network.create(
                layers, input, data.seed(), Kernels.selected(), train.threads().orElse(1))) {
            ConfusionMatrix confusion = new ConfusionMatrix(network.output().size());
            new Trainer(network, train, data.seed()).train(batches(arm, data, runtime), report -> {
                int epoch = report.epoch() + 1;
                boolean withTraining = epoch % scoreTrain == 0 || epoch == train.epochs();
                EpochScores scores = epoch == train.epochs()
                        ? data.score(network, epoch, withTraining, confusion::add)
                        : data.score(network, epoch, withTraining);
                epochs.add(scores);
                listener.accept(scores);
            });
            return new RunResult(data.seed(), epochs, (System.nanoTime() - start) / NANOS, confusion);
        }
    }

    private BatchSource batches(Arm arm, SeedData data, StreamRuntime runtime) {
        return data.images().augmented(arm.pipeline(), data.seed(), Pace.of(train.batch(), tasks), runtime);
    }
}
