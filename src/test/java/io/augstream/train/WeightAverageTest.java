package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Batch;
import io.augstream.nn.BatchNorm;
import io.augstream.nn.Dense;
import io.augstream.nn.Initializer;
import io.augstream.nn.Network;
import io.augstream.nn.Shape;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightAverageTest {
    private static final MemoryBatches DATA = new MemoryBatches(List.of(
            new Batch(new float[] {1, 0, 0, 1, 2, 1}, new int[] {0, 1, 1}, 1, 1, 2),
            new Batch(new float[] {3, 0, 1, 1, 0, 1}, new int[] {1, 0, 1}, 1, 1, 2),
            new Batch(new float[] {0, 5, 1, 3, 2, 0}, new int[] {0, 0, 1}, 1, 1, 2)));

    /** The expected average is summed up in double from the weights and running means that each step leaves behind. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsScoredIsTheAverageOfTheWeightsThatTheStepsLeft(boolean warmup) {
        double decay = 0.6;
        Network network = network();
        float[] weights = network.parameters().get(2).value();
        float[] means = network.statistics().get(0).value();
        double[] average = new double[weights.length + means.length];
        List<double[]> atEpochs = new ArrayList<>();
        List<float[]> scored = new ArrayList<>();
        TrainSettings settings = train("{epochs: 3, ema: {decay: " + decay + ", warmup: " + warmup + "}}");
        TrainingOutcome outcome = new Trainer(network, settings, 1).train(DATA, DATA, new TrainingListener() {
            @Override
            public void stepEnded(StepReport report) {
                int t = 3 * report.epoch() + report.step();
                double d = warmup ? Math.min(decay, (1.0 + t) / (10.0 + t)) : decay;
                float[] now = joined(weights, means);
                for (int i = 0; i < average.length; i++) {
                    average[i] = t == 0 ? now[i] : d * average[i] + (1 - d) * now[i];
                }
            }

            @Override
            public void epochEnded(EpochReport report) {
                atEpochs.add(average.clone());
                scored.add(joined(weights, means));
                assertEquals(report.validation(), Scorer.score(network, DATA));
            }
        });
        for (int epoch = 0; epoch < 3; epoch++) {
            for (int i = 0; i < average.length; i++) {
                assertEquals(atEpochs.get(epoch)[i], scored.get(epoch)[i], 1e-6, "epoch " + epoch);
            }
        }
        assertArrayEquals(scored.get(2), joined(weights, means), "the network ends with the average");
        assertEquals(3, outcome.epochs().size());
    }

    @Test
    void theTrainingItselfGoesOnAsWithoutIt() {
        List<float[]> with = trajectory("{epochs: 3, ema: {decay: 0.9}}");
        List<float[]> without = trajectory("{epochs: 3}");
        assertEquals(9, with.size());
        for (int i = 0; i < 9; i++) {
            assertArrayEquals(without.get(i), with.get(i), "step " + i);
        }
    }

    /** Turned labels make the first epoch the best; its average is what early stopping brings back. */
    @Test
    void theBestWeightsAreTheBestAverage() {
        MemoryBatches turned = new MemoryBatches(DATA.batches().stream()
                .map(batch -> new Batch(
                        batch.pixels(),
                        Arrays.stream(batch.labels()).map(label -> 1 - label).toArray(),
                        1,
                        1,
                        2))
                .toList());
        Network network = network();
        TrainingOutcome outcome = new Trainer(
                        network, train("{epochs: 20, ema: {decay: 0.8}, early_stopping: {patience: 2}}"), 1)
                .train(DATA, turned, TrainingListener.NONE);
        Score best = outcome.epochs().get(outcome.bestEpoch()).validation();
        assertEquals(StopReason.NO_IMPROVEMENT, outcome.reason());
        assertEquals(best, Scorer.score(network, turned));
        assertNotEquals(best, outcome.epochs().get(outcome.bestEpoch() + 1).validation());
    }

    @Test
    void itIsReadWithItsDefaultsAndItsRangeIsHeld() {
        assertEquals(new WeightAverage(0.999, true), train("{ema: {}}").ema().orElseThrow());
        String message = String.valueOf(assertThrows(SettingsException.class, () -> train("{ema: {decay: 1}}"))
                .getMessage());
        assertTrue(message.contains("decay must lie in (0, 1), got 1.0"), message);
    }

    private static List<float[]> trajectory(String yaml) {
        Network network = network();
        List<float[]> weights = new ArrayList<>();
        TrainingOutcome outcome = new Trainer(network, train(yaml), 1).train(DATA, DATA, new TrainingListener() {
            @Override
            public void stepEnded(StepReport report) {
                weights.add(network.parameters().get(2).value().clone());
            }

            @Override
            public void epochEnded(EpochReport report) {}
        });
        assertEquals(StopReason.ALL_EPOCHS, outcome.reason());
        return weights;
    }

    private static float[] joined(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static Network network() {
        return Network.create(List.of(new BatchNorm(), new Dense(2, true, Initializer.HE_NORMAL)), Shape.vector(2), 1);
    }

    private static TrainSettings train(String yaml) {
        return TrainSettings.from(Settings.parse("train: " + yaml, "pipeline.yaml", Path.of("/"))
                .root()
                .section("train"));
    }
}
