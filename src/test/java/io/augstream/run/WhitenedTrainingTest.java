package io.augstream.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.dataset.DataException;
import io.augstream.dataset.NetworkInput;
import io.augstream.dataset.Sample;
import io.augstream.dataset.Split;
import io.augstream.image.Image;
import io.augstream.nn.Network;
import io.augstream.nn.Shape;
import io.augstream.pipeline.Copies;
import io.augstream.pipeline.Pipeline;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.stream.Pace;
import io.augstream.stream.StreamRuntime;
import io.augstream.train.Checkpoint;
import io.augstream.train.NetworkSettings;
import io.augstream.train.StepReport;
import io.augstream.train.TestTimeAugmentation;
import io.augstream.train.TrainSettings;
import io.augstream.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network's whitening goes with its weights, to {@code evaluate}, {@code predict} and a training that goes on. */
final class WhitenedTrainingTest {
    private static final String YAML =
            """
            data: {root: samples, train_size: 40, validation: 0, prepare: {resize: 8, whiten: {zca: {epsilon: 0.05}}}}
            stages: [{mirror: {p: 0.5}}, {noise: {std: 0.05}}]
            network: [flatten, dense: {units: classes}]
            train: {epochs: 2, batch: 7}
            """;

    @TempDir
    private static Path folder;

    private static RunSummary summary;

    @BeforeAll
    static void train() {
        summary = TrainingRun.begin(file(YAML), "p", 1, folder.resolve("out")).train(1, RunListener.NONE);
    }

    @Test
    void theStoredInputIsThatOfTheTrainingToTheBit() {
        NetworkInput stored = RunRecord.from(Checkpoint.read(weights()), "it").input();
        assertEquals(data().images().input(), stored);
        assertEquals(0.05, stored.whitening().orElseThrow().epsilon());
    }

    @Test
    void theListenerIsToldBeforeTheFit() {
        List<String> told = new ArrayList<>();
        TrainingRun run = TrainingRun.begin(file(YAML), "p", 1, folder.resolve("told"));
        RunSummary unused = run.train(1, new RunListener() {
            @Override
            public void whitening(int images, int values) {
                told.add(images + " of " + values);
            }

            @Override
            public void started(TrainingData data, int epochs) {
                told.add("started");
            }
        });
        assertEquals(List.of("40 of 192", "started"), told);
    }

    /** Of d = 3,072 values a matrix in doubles is 72 MiB, and eight of them are held at the peak. */
    @Test
    void aHeapThatCannotHoldTheFitIsToldBeforeIt() {
        FitCheck fit = new FitCheck(file(YAML), new Shape(32, 32, 3));
        fit.whitening(50_000, 577L << 20);
        MemoryException e = assertThrows(MemoryException.class, () -> fit.whitening(50_000, 512L << 20));
        assertEquals(
                "fitting data.prepare.whiten to 50,000 images of 3,072 values needs 576 MiB, and Java's heap ends at 512 MiB;"
                        + " java -Xmx1g gives it more, smaller images (data.prepare.resize, channels) need less",
                e.getMessage());
        new FitCheck(file(YAML.replace("whiten: {zca: {epsilon: 0.05}}", "whiten: false")), new Shape(32, 32, 3))
                .whitening(50_000, 1);
    }

    @Test
    void evaluateComesToTheScoresOfTheTraining() {
        try (TrainedNetwork network = load(YAML)) {
            for (Split split : List.of(Split.TRAIN, Split.TEST)) {
                assertEquals(
                        summary.scores().get(split),
                        network.evaluate(file(YAML).data(), split).score());
            }
        }
    }

    /** The share of an image by hand: its numbers as the training's batches have them, through the stored weights. */
    @Test
    void predictSaysOfAnImageWhatTheTrainingSawOfIt() {
        TrainingData data = data();
        Sample sample = data.images().training().get(3);
        Image image = sample.source().read();
        float[] alone = new float[image.length()];
        data.images().input().write(image, alone, 0);
        assertArrayEquals(clean(data, sample), alone);
        Shape shape = data.shape();
        try (TrainedNetwork trained = load(YAML);
                Network network = Network.create(
                        NetworkSettings.from(
                                file(YAML).network(), shape, data.classes().size()),
                        shape,
                        1)) {
            Checkpoint.read(weights()).loadInto(network);
            List<ClassShare> expected = ClassShare.of(
                    TestTimeAugmentation.NONE.outputs(
                            network, new Batch(alone, new int[1], shape.width(), shape.height(), shape.channels())),
                    0,
                    data.classes().size());
            assertEquals(expected, trained.classify("it", image));
        }
    }

    /** What an image becomes in a batch of the whole split. */
    private static float[] clean(TrainingData data, Sample sample) {
        List<Sample> training = data.images().training();
        BatchSource.Epoch epoch = data.images().clean(training).epoch(0);
        Batch batch = Objects.requireNonNull(epoch.next());
        epoch.close();
        int values = data.shape().size();
        int index = training.indexOf(sample);
        return Arrays.copyOfRange(batch.pixels(), index * values, (index + 1) * values);
    }

    @Test
    void augmentedBatchesAreTheSameWhateverTheThreads() {
        Pipeline pipeline = file(YAML).pipeline();
        List<Batch> alone = batches(data(), pipeline, 1);
        List<Batch> many = batches(data(), pipeline, 4);
        assertEquals(6, alone.size());
        for (int i = 0; i < alone.size(); i++) {
            assertArrayEquals(alone.get(i).pixels(), many.get(i).pixels());
        }
    }

    private static List<Batch> batches(TrainingData data, Pipeline pipeline, int threads) {
        List<Batch> batches = new ArrayList<>();
        try (StreamRuntime runtime = new StreamRuntime(threads);
                BatchSource.Epoch epoch = data.images()
                        .augmented(pipeline, Copies.FRESH, 1, Pace.of(7, threads), runtime)
                        .epoch(0)) {
            for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
                batches.add(batch);
            }
        }
        return batches;
    }

    @Test
    void aTrainingThatGoesOnComesToTheSameFile() throws IOException {
        Path out = folder.resolve("stopped");
        TrainingRun run = TrainingRun.begin(file(YAML), "p", 1, out);
        RunSummary stopped = run.train(1, new RunListener() {
            @Override
            public void stepEnded(StepReport step) {
                if (step.epoch() == 1) {
                    run.stop();
                }
            }
        });
        assertEquals(1, stopped.epochs());
        RunSummary whole = TrainingRun.resume(file(YAML), "p", null, out).train(1, RunListener.NONE);
        assertEquals(summary.scores(), whole.scores());
        assertArrayEquals(Files.readAllBytes(weights()), Files.readAllBytes(out.resolve("last.safetensors")));
    }

    @Test
    void aFileMayLeaveTheWhiteningOutAndNotSayAnother() {
        load(YAML.replace(", whiten: {zca: {epsilon: 0.05}}", "")).close();
        assertEquals(
                "data.prepare.whiten: is zca of epsilon 0.1, but " + weights()
                        + " has epsilon 0.05; leave it out, for the weights bring their own",
                assertThrows(SettingsException.class, () -> load(YAML.replace("0.05}}}", "0.1}}}")))
                        .getMessage());
    }

    @Test
    void weightsWithoutTheirWhiteningAreBroken() {
        Checkpoint whole = Checkpoint.read(weights());
        Path bare = folder.resolve("bare.safetensors");
        TrainSettings settings = file(YAML).train();
        TrainingData data = data();
        try (Network network = Network.create(
                NetworkSettings.from(
                        file(YAML).network(), data.shape(), data.classes().size()),
                data.shape(),
                1)) {
            new Trainer(network, settings, 1)
                    .checkpoint()
                    .with(Map.of(
                            "augstream.run", String.valueOf(whole.metadata().get("augstream.run"))))
                    .write(bare);
        }
        assertEquals(
                "it: its metadata are broken: tensor 'input.whitening.mean' is missing",
                assertThrows(DataException.class, () -> RunRecord.from(Checkpoint.read(bare), "it"))
                        .getMessage());
    }

    private static TrainedNetwork load(String yaml) {
        return TrainedNetwork.load(file(yaml), weights(), 1, TestTimeAugmentation.NONE);
    }

    private static Path weights() {
        return folder.resolve("out/last.safetensors");
    }

    private static TrainingData data() {
        return TrainingData.load(file(YAML).data(), 1);
    }

    private static TrainingFile file(String yaml) {
        return TrainingFile.from(Settings.parse(yaml, "p.yaml", Path.of("").toAbsolutePath()));
    }
}
