package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.nn.BatchNorm;
import io.augstream.nn.Dense;
import io.augstream.nn.Dropout;
import io.augstream.nn.Initializer;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.Relu;
import io.augstream.nn.RunningStatistic;
import io.augstream.nn.Shape;
import io.augstream.random.CounterRandom;
import io.augstream.settings.Settings;
import io.augstream.train.safetensors.Safetensors;
import io.augstream.train.safetensors.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String SGD = "{epochs: 6, learning_rate: 0.1, schedule: cosine, warmup_epochs: 1,"
            + " weight_decay: 1e-3, max_norm: 2, early_stopping: {patience: 3}}";
    /** One of whose state there is all that can be. */
    private static final String COUNTING = "{epochs: 6, optimizer: adam, ema: {decay: 0.9},"
            + " schedule: {plateau: {patience: 0, factor: 0.5, cooldown: 8}}, early_stopping: {patience: 3}}";

    private static final int STEPS_AN_EPOCH = 5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                SGD,
                "{epochs: 5, optimizer: adam, learning_rate: 0.02, schedule: one_cycle, clip_gradient: {norm: 1}}",
                "{epochs: 4, learning_rate: 0.3, nesterov: true, early_stopping: {patience: 1, monitor: validation_accuracy}}",
                "{epochs: 6, ema: {decay: 0.9}, schedule: {plateau: {patience: 0, factor: 0.5}}, early_stopping: {patience: 3}}",
                "{epochs: 4, optimizer: adamw, ema: {}, l1: 1e-4, mixup: 1, cutmix: 1}",
            })
    void aResumedTrainingComesToTheBitsOfAnUnbrokenOne(String yaml) throws IOException {
        Network unbroken = network(1);
        Path whole = folder.resolve("whole");
        TrainingOutcome expected = run(new Trainer(unbroken, train(yaml), 1), whole, Integer.MAX_VALUE);
        // In the middle of an epoch, before its last step, after it, at the very start.
        for (int stop : List.of(7, 9, 10, 1)) {
            Path broken = folder.resolve("broken" + stop);
            TrainingOutcome first = run(new Trainer(network(1), train(yaml), 1), broken, stop);
            assertEquals(StopReason.REQUESTED, first.reason());
            assertEquals((stop - 1) / STEPS_AN_EPOCH, first.epochs().size());

            Network other = network(99);
            Trainer resumed = new Trainer(other, train(yaml), 1);
            resumed.resume(Checkpoint.read(CheckpointFolder.last(broken)));
            TrainingOutcome actual = run(resumed, broken, Integer.MAX_VALUE);

            assertSameNumbers(unbroken, other);
            assertEquals(expected.reason(), actual.reason());
            assertEquals(expected.bestEpoch(), actual.bestEpoch());
            assertEquals(withoutTimes(expected), withoutTimes(actual));
            assertEquals(-1, Files.mismatch(CheckpointFolder.last(whole), CheckpointFolder.last(broken)), "bytes");
            assertEquals(-1, Files.mismatch(CheckpointFolder.best(whole), CheckpointFolder.best(broken)), "bytes");
        }
    }

    /** Positions that no training can have come to; the first numbers are epoch, step, images, right, all steps, images an epoch. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,-1,0,0,5,40",
                "1,1000000,8,3,1000005,40",
                "1,1,8,3,-1,40",
                "1,1,-5,0,6,40",
                "1,1,8,9,6,40",
                "1,1,48,3,6,40",
                "1,0,8,3,5,40",
                "1,1,8,3,1,40"
            })
    void aBrokenPositionIsRefused(String counts) throws IOException {
        Path path = folder.resolve("broken");
        run(new Trainer(network(1), train(SGD), 1), path, 6);
        Safetensors file = Safetensors.read(CheckpointFolder.last(path));
        long[] broken =
                Arrays.stream(counts.split(",")).mapToLong(Long::parseLong).toArray();
        replaced(file, Tensor.of("progress.counts", broken)).write(CheckpointFolder.last(path));

        CheckpointException error = assertThrows(CheckpointException.class, () -> new Trainer(network(1), train(SGD), 1)
                .resume(Checkpoint.read(CheckpointFolder.last(path))));

        assertTrue(String.valueOf(error.getMessage()).contains("its position is broken"), error.getMessage());
    }

    /** Of a training of 6 steps with all that counts: after the name come what stands there and what is allowed. */
    @ParameterizedTest
    @CsvSource({
        "optimizer.steps, 7, '[6, 6]'",
        "optimizer.steps, -1, '[6, 6]'",
        "early_stopping.best_epoch, 4611686018427387904, '[-1, 8]'",
        "early_stopping.counts, -2, '[-1, 8]'",
        "plateau.waiting, 9, '[-1, 8]'"
    })
    void aCountThatNoTrainingComesToIsRefused(String name, long count, String allowed) throws IOException {
        Path path = folder.resolve("broken");
        run(new Trainer(network(1), train(COUNTING), 1), path, 6);
        Safetensors file = Safetensors.read(CheckpointFolder.last(path));
        long[] counts = named(file, name).longs().clone();
        counts[0] = count;
        replaced(file, Tensor.of(name, counts)).write(CheckpointFolder.last(path));

        CheckpointException error =
                assertThrows(CheckpointException.class, () -> new Trainer(network(1), train(COUNTING), 1)
                        .resume(Checkpoint.read(CheckpointFolder.last(path))));

        String message = String.valueOf(error.getMessage());
        assertTrue(
                message.endsWith("tensor '" + name + "' holds " + count + ", after 6 steps it must lie in " + allowed),
                message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ema.", "best."})
    void aTrainingDoesNotGoOnFromWeightsThatAreNoNumbers(String prefix) throws IOException {
        Path path = folder.resolve("broken");
        run(new Trainer(network(1), train(COUNTING), 1), path, 6);
        Safetensors file = Safetensors.read(CheckpointFolder.last(path));
        Tensor weight = named(file, prefix + network(1).parameters().get(0).name());
        float[] values = weight.floats().clone();
        values[0] = Float.NEGATIVE_INFINITY;
        replaced(file, new Tensor(weight.name(), weight.shape(), values)).write(CheckpointFolder.last(path));

        CheckpointException error =
                assertThrows(CheckpointException.class, () -> new Trainer(network(1), train(COUNTING), 1)
                        .resume(Checkpoint.read(CheckpointFolder.last(path))));

        String message = String.valueOf(error.getMessage());
        assertTrue(message.contains("'" + weight.name() + "' holds -Infinity"), message);
    }

    private static Tensor named(Safetensors file, String name) {
        return file.tensors().stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWeightThatIsNoNumberIsRefused() throws IOException {
        Path path = folder.resolve("broken");
        run(new Trainer(network(1), train(SGD), 1), path, 6);
        Safetensors file = Safetensors.read(CheckpointFolder.last(path));
        Tensor first = file.tensors().stream()
                .filter(tensor ->
                        tensor.name().endsWith("weight") && !tensor.name().startsWith("optimizer"))
                .findFirst()
                .orElseThrow();
        float[] values = first.floats().clone();
        values[0] = Float.NaN;
        replaced(file, new Tensor(first.name(), first.shape(), values)).write(CheckpointFolder.last(path));
        Checkpoint checkpoint = Checkpoint.read(CheckpointFolder.last(path));

        CheckpointException error = assertThrows(CheckpointException.class, () -> checkpoint.loadInto(network(1)));

        assertTrue(String.valueOf(error.getMessage()).contains(first.name() + "' holds NaN"), error.getMessage());
    }

    private static Safetensors replaced(Safetensors file, Tensor tensor) {
        return new Safetensors(
                file.metadata(),
                file.tensors().stream()
                        .map(old -> old.name().equals(tensor.name()) ? tensor : old)
                        .toList());
    }

    /** In the second epoch the third batch holds numbers whose products are beyond all floats. */
    @Test
    void aTrainingThatExplodesLeavesTheCheckpointOfItsLastWholeEpoch() throws IOException {
        Network network = network(1);
        Trainer trainer = new Trainer(network, train(SGD), 1);
        BatchSource explosive = BatchSource.of(30, epoch -> {
            List<Batch> batches = new ArrayList<>(data(1).batches());
            if (epoch == 1) {
                Arrays.fill(batches.get(2).pixels(), Float.MAX_VALUE);
            }
            return batches.iterator();
        });
        List<float[]> scored = new ArrayList<>();
        TrainingListener checkpoints = new CheckpointFolder(folder, trainer, Map.of());
        TrainingException failure = assertThrows(
                TrainingException.class,
                () -> trainer.train(explosive, data(2), checkpoints.and(report -> numbers(network)
                        .forEach(array -> scored.add(array.clone())))));
        assertEquals(1, failure.epoch());
        assertEquals(2, failure.step());
        assertEquals("0.dense", failure.layer());
        Network other = network(2);
        Checkpoint.read(CheckpointFolder.last(folder)).loadInto(other);
        assertSameNumbers(other, network);
        for (int i = 0; i < scored.size(); i++) {
            assertArrayEquals(scored.get(i), numbers(network).get(i));
        }
    }

    /** The folder can be gone on with from the first step on. */
    @Test
    void aTrainingThatExplodesAtOnceLeavesItsFirstWeights() {
        Network network = network(1);
        Trainer trainer = new Trainer(network, train(SGD), 1);
        List<Batch> batches = new ArrayList<>(data(1).batches());
        Arrays.fill(batches.get(1).pixels(), Float.NaN);
        TrainingException failure = assertThrows(
                TrainingException.class,
                () -> trainer.train(
                        new MemoryBatches(batches), data(2), new CheckpointFolder(folder, trainer, Map.of())));
        assertTrue(
                String.valueOf(failure.getMessage())
                        .endsWith("or no number; the network has its weights from before the first step back"),
                failure.getMessage());
        Network kept = network(5);
        Checkpoint.read(CheckpointFolder.last(folder)).loadInto(kept);
        assertSameNumbers(network(1), kept);

        Network resumed = network(9);
        Trainer again = new Trainer(resumed, train(SGD), 1);
        again.resume(Checkpoint.read(CheckpointFolder.last(folder)));
        again.train(data(1), data(2), TrainingListener.NONE);
        Network unbroken = network(1);
        new Trainer(unbroken, train(SGD), 1).train(data(1), data(2), TrainingListener.NONE);
        assertSameNumbers(unbroken, resumed);
    }

    /** A process that is killed between the two files must not leave a last one that tells of a best one not there. */
    @Test
    void theBestCheckpointIsWrittenBeforeTheLastOneThatTellsOfIt() throws IOException {
        Trainer trainer = new Trainer(network(1), train(SGD), 1);
        // A folder of its name cannot be replaced by a file: the write of the best one fails.
        Files.createDirectories(CheckpointFolder.best(folder).resolve("occupied"));
        assertThrows(
                UncheckedIOException.class,
                () -> trainer.train(data(1), data(2), new CheckpointFolder(folder, trainer, Map.of())));
        Trainer other = new Trainer(network(1), train(SGD), 1);
        other.resume(Checkpoint.read(CheckpointFolder.last(folder)));
        assertEquals(List.of(), other.epochs());
    }

    @Test
    void aFinishedTrainingIsResumedToItsOutcomeAndNothingElse() {
        Network network = network(1);
        TrainingOutcome done = run(new Trainer(network, train(SGD), 1), folder, Integer.MAX_VALUE);
        Network other = network(2);
        Trainer resumed = new Trainer(other, train(SGD), 1);
        resumed.resume(Checkpoint.read(CheckpointFolder.last(folder)));
        TrainingOutcome again = resumed.train(data(1), data(2), report -> {
            throw new AssertionError("an epoch was trained");
        });
        assertEquals(withoutTimes(done), withoutTimes(again));
        assertEquals(done.reason(), again.reason());
        assertSameNumbers(network, other);
    }

    @ParameterizedTest
    @ValueSource(strings = {SGD, "{epochs: 5, ema: {decay: 0.7}}"})
    void theBestCheckpointGivesAnotherNetworkTheBestScore(String yaml) {
        TrainingOutcome outcome = run(new Trainer(network(1), train(yaml), 1), folder, Integer.MAX_VALUE);
        Network other = network(5);
        Checkpoint best = Checkpoint.read(CheckpointFolder.best(folder));
        best.loadInto(other);
        assertEquals(outcome.epochs().get(outcome.bestEpoch()).validation(), Scorer.score(other, data(2)));
        assertEquals("a, b", best.metadata().get("classes"));
    }

    /** The names and layouts are a promise to whoever opens the file with another tool. */
    @Test
    void theFileHoldsTheParametersUnderTheirNames() {
        Network network = network(1);
        new Trainer(network, train("{}"), 1).checkpoint().write(folder.resolve("a.safetensors"));
        Safetensors file = Safetensors.read(folder.resolve("a.safetensors"));
        assertEquals("[2, 8]", tensor(file, "0.dense.weight").shape().toString());
        assertEquals("[8]", tensor(file, "1.batch_norm.variance").shape().toString());
        assertEquals(
                "[16]",
                tensor(file, "optimizer.velocity.4.dense.weight").shape().toString());
        assertArrayEquals(
                network.parameters().get(0).value(),
                tensor(file, "0.dense.weight").floats());
        assertEquals("1", file.metadata().get("seed"));
    }

    @Test
    void theFirstLayerThatDiffersIsNamed() {
        Checkpoint checkpoint = written(network(1), "{}", 1);
        List<LayerSpec> wider = new ArrayList<>(layers());
        wider.set(4, new Dense(3, true, Initializer.HE_NORMAL));
        assertRefused(
                checkpoint,
                Network.create(wider, Shape.vector(2), 1),
                "is of another network: layer 4 dense units is 2 there and 3 here");
        assertRefused(
                checkpoint,
                Network.create(layers().subList(0, 4), Shape.vector(2), 1),
                "is of another network: layer 4 is dense there and none here");
        List<LayerSpec> other = new ArrayList<>(layers());
        other.set(3, new Dropout(0.25));
        assertRefused(
                checkpoint,
                Network.create(other, Shape.vector(2), 1),
                "layer 3 dropout rate is 0.2 there and 0.25 here");
        assertRefused(
                checkpoint,
                Network.create(layers(), Shape.vector(3), 1),
                "is of another network: the input is \"2\" there and \"3\" here");
    }

    /** Where the weights began is gone after the first step. */
    @Test
    void anotherInitialiserIsNoOtherNetwork() {
        List<LayerSpec> other = new ArrayList<>(layers());
        other.set(4, new Dense(2, true, Initializer.GLOROT_UNIFORM));
        Network network = Network.create(other, Shape.vector(2), 1);
        Network source = network(1);
        written(source, "{}", 1).loadInto(network);
        assertSameNumbers(source, network);
    }

    @Test
    void anotherTrainingIsRefusedAndNothingHasChanged() {
        Checkpoint checkpoint = written(network(1), "{learning_rate: 0.1, threads: 2}", 1);
        Network network = network(3);
        float[] before = network.parameters().get(0).value().clone();
        assertEquals(
                folder.resolve("c.safetensors")
                        + " is of another training: train.learning_rate is 0.1 there and 0.2 here",
                message(checkpoint, new Trainer(network, train("{learning_rate: 0.2}"), 1)));
        assertTrue(message(checkpoint, new Trainer(network, train("{learning_rate: 0.1}"), 2))
                .endsWith("is of another training: its seed is 1, here it is 2"));
        assertArrayEquals(before, network.parameters().get(0).value());
        new Trainer(network, train("{learning_rate: 0.1, threads: 1}"), 1).resume(checkpoint);
    }

    @Test
    void otherDataIsRefused() {
        run(new Trainer(network(1), train(SGD), 1), folder, 7);
        Trainer trainer = new Trainer(network(1), train(SGD), 1);
        trainer.resume(Checkpoint.read(CheckpointFolder.last(folder)));
        MemoryBatches less = new MemoryBatches(data(1).batches().subList(0, 4));
        assertEquals(
                CheckpointFolder.last(folder) + " is of a training on 30 images an epoch, here are 24",
                assertThrows(CheckpointException.class, () -> trainer.train(less, data(2), TrainingListener.NONE))
                        .getMessage());
    }

    @Test
    void aFileWithoutWhatATrainingNeedsIsRefused() {
        Path file = folder.resolve("c.safetensors");
        written(network(1), "{}", 1);
        Safetensors whole = Safetensors.read(file);
        for (Tensor tensor : whole.tensors()) {
            List<Tensor> less = new ArrayList<>(whole.tensors());
            less.remove(tensor);
            new Safetensors(whole.metadata(), less).write(file);
            String message = message(Checkpoint.read(file), new Trainer(network(1), train("{}"), 1));
            assertTrue(message.contains("tensor '" + tensor.name() + "' is missing"), message);
        }
        new Safetensors(Map.of("format", "pt"), whole.tensors()).write(file);
        assertThrows(CheckpointException.class, () -> Checkpoint.read(file));
    }

    private static void assertRefused(Checkpoint checkpoint, Network network, String expected) {
        String message = String.valueOf(assertThrows(CheckpointException.class, () -> checkpoint.loadInto(network))
                .getMessage());
        assertTrue(message.contains(expected), message);
    }

    private static String message(Checkpoint checkpoint, Trainer trainer) {
        return String.valueOf(assertThrows(CheckpointException.class, () -> trainer.resume(checkpoint))
                .getMessage());
    }

    private Checkpoint written(Network network, String yaml, long seed) {
        new Trainer(network, train(yaml), seed).checkpoint().write(folder.resolve("c.safetensors"));
        return Checkpoint.read(folder.resolve("c.safetensors"));
    }

    /** Trains with checkpoints, and stops after so many steps. */
    private static TrainingOutcome run(Trainer trainer, Path folder, int steps) {
        CheckpointFolder checkpoints = new CheckpointFolder(folder, trainer, Map.of("classes", "a, b"));
        int[] taken = {0};
        return trainer.train(data(1), data(2), new TrainingListener() {
            @Override
            public void stepEnded(StepReport report) {
                if (++taken[0] == steps) {
                    trainer.stop();
                }
            }

            @Override
            public void epochEnded(EpochReport report) {
                checkpoints.epochEnded(report);
            }

            @Override
            public void trainingEnded(StopReason reason) {
                checkpoints.trainingEnded(reason);
            }
        });
    }

    private static void assertSameNumbers(Network expected, Network actual) {
        List<float[]> first = numbers(expected);
        List<float[]> second = numbers(actual);
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(first.get(i), second.get(i), "array " + i);
        }
    }

    private static List<float[]> numbers(Network network) {
        List<float[]> all = new ArrayList<>();
        network.parameters().stream().map(Parameter::value).forEach(all::add);
        network.statistics().stream().map(RunningStatistic::value).forEach(all::add);
        return all;
    }

    private static List<EpochReport> withoutTimes(TrainingOutcome outcome) {
        return outcome.epochs().stream()
                .map(report -> new EpochReport(
                        report.epoch(),
                        report.steps(),
                        report.images(),
                        report.loss(),
                        report.accuracy(),
                        report.learningRate(),
                        0,
                        0,
                        report.validation(),
                        report.best()))
                .toList();
    }

    private static Tensor tensor(Safetensors file, String name) {
        return file.tensors().stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<LayerSpec> layers() {
        return List.of(
                new Dense(8, false, Initializer.HE_NORMAL),
                new BatchNorm(),
                new Relu(),
                new Dropout(0.2),
                new Dense(2, true, Initializer.HE_NORMAL));
    }

    private static Network network(long seed) {
        return Network.create(layers(), Shape.vector(2), seed);
    }

    /** Five batches of six images: noise, with labels that it says little about. */
    private static MemoryBatches data(long key) {
        CounterRandom random = new CounterRandom(key);
        return new MemoryBatches(IntStream.range(0, STEPS_AN_EPOCH)
                .mapToObj(b -> {
                    float[] pixels = new float[12];
                    int[] labels = new int[6];
                    for (int i = 0; i < pixels.length; i++) {
                        pixels[i] = (float) random.nextGaussian();
                        labels[i / 2] = pixels[i] + random.nextGaussian() > 0 ? 1 : 0;
                    }
                    return new Batch(pixels, labels, 1, 1, 2);
                })
                .toList());
    }

    private static TrainSettings train(String yaml) {
        return TrainSettings.from(Settings.parse("train: " + yaml, "pipeline.yaml", Path.of("/"))
                .root()
                .section("train"));
    }
}
