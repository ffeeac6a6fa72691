package io.augstream.train;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Batch;
import io.augstream.nn.BatchNorm;
import io.augstream.nn.Dense;
import io.augstream.nn.Dropout;
import io.augstream.nn.Initializer;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.Relu;
import io.augstream.nn.Shape;
import io.augstream.nn.SoftmaxCrossEntropy;
import io.augstream.random.CounterRandom;
import io.augstream.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerTest {
    /** Exclusive or: four clouds around (±1, ±1), the class being whether the signs differ. No line separates them. */
    @Test
    void learnsExclusiveOrWithoutAMistake() {
        MemoryBatches data = exclusiveOr(8, 25, 1);
        MemoryBatches unseen = exclusiveOr(4, 25, 2);
        Network network = Network.create(layers(), Shape.vector(2), 1);
        List<Integer> epochs = new ArrayList<>();
        TrainingOutcome outcome =
                new Trainer(network, settings(30, 0.1), 1).train(data, report -> epochs.add(report.epoch()));
        assertEquals(new Score(1, Scorer.score(network, unseen).loss()), Scorer.score(network, unseen));
        assertTrue(Scorer.score(network, unseen).loss() < 0.05);
        assertEquals(30, outcome.epochs().size());
        assertEquals(outcome.epochs().stream().map(EpochReport::epoch).toList(), epochs);
        assertEquals(8, outcome.epochs().get(0).steps());
        assertTrue(outcome.epochs().get(29).loss() < outcome.epochs().get(0).loss());
    }

    @Test
    void theSameSeedTrainsToTheSameBitsAndAnotherDoesNot() {
        assertArrayEquals(trained(3), trained(3));
        assertFalse(Arrays.equals(trained(3), trained(4)), "the masks of dropout differ");
    }

    @Test
    void aLossThatIsNoNumberStopsWithEpochAndStep() {
        float[] poisoned = new float[6];
        poisoned[3] = Float.NaN;
        MemoryBatches data = new MemoryBatches(List.of(batch(new float[6], 0, 1, 1), batch(poisoned, 0, 0, 1)));
        Network network = Network.create(List.of(new Dense(2, true, Initializer.HE_NORMAL)), Shape.vector(2), 1);
        TrainingException failure =
                assertThrows(TrainingException.class, () -> new Trainer(network, settings(5, 0.1), 1)
                        .train(data, TrainingListener.NONE));
        assertTrue(String.valueOf(failure.getMessage()).contains("epoch 1, step 2"), failure.getMessage());
        for (float weight : network.parameters().get(0).value()) {
            assertTrue(Float.isFinite(weight), "the last good weights are kept");
        }
    }

    @Test
    void batchesOfOneCannotTrainABatchNorm() {
        Network network = Network.create(List.of(new BatchNorm()), Shape.vector(2), 1);
        TrainSettings settings = new TrainSettings(
                1,
                1,
                OptionalInt.empty(),
                Mixing.NONE,
                new SoftmaxCrossEntropy(),
                new SgdSettings(0, false),
                0.1,
                Regularization.NONE,
                new Constant(),
                0,
                GradientClipping.NONE,
                Optional.empty(),
                Optional.empty(),
                FrozenLayers.NONE,
                Optional.empty(),
                OptionalInt.empty());
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> new Trainer(network, settings, 1))
                        .getMessage());
        assertTrue(message.startsWith("batch must be at least 2"), message);
    }

    /**
     * Logits 2 and 0 for class 0: −log p is log(1 + e⁻²) and log(1 + e²). With ε = 0.2 the classes' shares are 0.9 and 0.1.
     * The mean of (2 − 1)² and 0² is 0.5. The step is too small to move a weight.
     */
    @ParameterizedTest
    @CsvSource({
        "'label_smoothing: 0.2', 0.326928, 0.126928",
        "'loss: cross_entropy', 0.126928, 0.126928",
        "'loss: mean_squared_error', 0.5, 0.5",
    })
    void reportsTheTrainingLossAndScoresWithoutSmoothing(String setting, double trained, double scored) {
        Network network = Network.create(List.of(new Dense(2, false, Initializer.HE_NORMAL)), Shape.vector(2), 1);
        System.arraycopy(
                new float[] {2, 0, 0, 0}, 0, network.parameters().get(0).value(), 0, 4);
        MemoryBatches data = new MemoryBatches(List.of(batch(new float[] {1, 0, 1, 0}, 0, 0)));
        TrainSettings settings = TrainSettings.from(
                Settings.parse("{epochs: 1, learning_rate: 1e-30, " + setting + "}", "pipeline.yaml", Path.of("/"))
                        .root());
        List<EpochReport> reports = new ArrayList<>();
        new Trainer(network, settings, 1).train(data, data, reports::add);
        assertEquals(trained, reports.get(0).loss(), 1e-6);
        assertEquals(scored, requireNonNull(reports.get(0).validation()).loss(), 1e-6);
    }

    @Test
    void labelsThatAreNoClassAreRefusedBeforeAWeightMoves() {
        Network network = Network.create(List.of(new Dense(2, true, Initializer.HE_NORMAL)), Shape.vector(2), 1);
        float[] weights = network.parameters().get(0).value().clone();
        MemoryBatches data = new MemoryBatches(List.of(batch(new float[4], 0, 2)));
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> new Trainer(network, settings(5, 0.1), 1)
                                .train(data, TrainingListener.NONE))
                        .getMessage());
        assertEquals("label 2 is not one of 2 classes", message);
        assertArrayEquals(weights, network.parameters().get(0).value());
    }

    @Test
    void imagesOfAnotherShapeAreRefused() {
        Network network = Network.create(layers(), Shape.vector(3), 1);
        MemoryBatches data = exclusiveOr(1, 4, 1);
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Scorer.score(network, data))
                .getMessage());
        assertEquals("the network takes images of 3, the batch holds images of 2", message);
    }

    @Test
    void nothingToScoreIsAnErrorAndNotANumber() {
        Network network = Network.create(layers(), Shape.vector(2), 1);
        MemoryBatches empty = new MemoryBatches(List.of());
        assertThrows(IllegalArgumentException.class, () -> Scorer.score(network, empty));
    }

    /** With all weights 0 every class has chance 1/2: the loss is ln 2, and the first class is named. */
    @Test
    void anUnknowingNetworkScoresLogarithmOfTheClasses() {
        Network network = Network.create(List.of(new Dense(2, false, Initializer.HE_NORMAL)), Shape.vector(2), 1);
        Arrays.fill(network.parameters().get(0).value(), 0f);
        MemoryBatches data = new MemoryBatches(List.of(batch(new float[8], 0, 1, 1, 1), batch(new float[4], 0, 1)));
        Score score = Scorer.score(network, data);
        assertEquals(Math.log(2), score.loss(), 1e-12);
        assertEquals(2.0 / 6, score.accuracy(), 1e-12);
    }

    private static float[] trained(long seed) {
        Network network = Network.create(layers(), Shape.vector(2), 1);
        TrainingOutcome outcome =
                new Trainer(network, settings(3, 0.1), seed).train(exclusiveOr(4, 10, 1), TrainingListener.NONE);
        assertEquals(3, outcome.epochs().size());
        return network.parameters().get(0).value();
    }

    private static List<LayerSpec> layers() {
        return List.of(
                new Dense(32, false, Initializer.HE_NORMAL),
                new BatchNorm(),
                new Relu(),
                new Dropout(0.1),
                new Dense(2, true, Initializer.GLOROT_UNIFORM));
    }

    private static TrainSettings settings(int epochs, double rate) {
        return new TrainSettings(
                epochs,
                25,
                OptionalInt.empty(),
                Mixing.NONE,
                new SoftmaxCrossEntropy(),
                new SgdSettings(0.9, false),
                rate,
                Regularization.NONE,
                new Cosine(),
                0,
                GradientClipping.NONE,
                Optional.empty(),
                Optional.empty(),
                FrozenLayers.NONE,
                Optional.empty(),
                OptionalInt.empty());
    }

    private static Batch batch(float[] pixels, int... labels) {
        return new Batch(pixels, labels, 1, 1, 2);
    }

    private static MemoryBatches exclusiveOr(int batches, int size, long key) {
        CounterRandom random = new CounterRandom(key);
        List<Batch> list = new ArrayList<>();
        for (int b = 0; b < batches; b++) {
            float[] points = new float[2 * size];
            int[] labels = new int[size];
            for (int i = 0; i < size; i++) {
                int x = random.nextBoolean() ? 1 : -1;
                int y = random.nextBoolean() ? 1 : -1;
                points[2 * i] = (float) (x + 0.15 * random.nextGaussian());
                points[2 * i + 1] = (float) (y + 0.15 * random.nextGaussian());
                labels[i] = x == y ? 0 : 1;
            }
            list.add(batch(points, labels));
        }
        return new MemoryBatches(list);
    }
}
