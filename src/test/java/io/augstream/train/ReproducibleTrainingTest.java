package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.dataset.Batch;
import io.augstream.nn.Kernels;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.RunningStatistic;
import io.augstream.nn.Shape;
import io.augstream.random.CounterRandom;
import io.augstream.settings.Settings;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty steps of {@code resnet8} give the same bits whatever they run on. */
class ReproducibleTrainingTest {
    private static final int STEPS = 50;
    private static final int BATCH = 16;
    private static final int CLASSES = 10;
    private static final Shape INPUT = new Shape(32, 32, 3);

    /**
     * SHA-256 of all parameters and running statistics, as little-endian floats in the network's order, after the steps
     * below; made by this test on Java 17 with one thread and vector kernels. It is here so that Java 17 and 25, which run
     * the same tests, are compared with one another. Whoever changes the order of a sum on purpose writes the new one,
     * after seeing it on both.
     */
    private static final String WEIGHTS = "d5d6f462162da0a446a519a82b5a88645f888c8f840671791de116dd12f4ceee";

    @Test
    void oneThreadTwice() {
        assertEquals(WEIGHTS, trained(Kernels.selected(), 1));
        assertEquals(WEIGHTS, trained(Kernels.selected(), 1));
    }

    @Test
    void twoAndFourThreads() {
        assertEquals(WEIGHTS, trained(Kernels.selected(), 2));
        assertEquals(WEIGHTS, trained(Kernels.selected(), 4));
    }

    @Test
    void scalarKernels() {
        assertEquals(WEIGHTS, trained(Kernels.scalar(), 2));
    }

    /** Stopped in the middle of each epoch, and gone on with by a network that began with other weights. */
    @Test
    void resumedInTheMiddle(@TempDir Path folder) {
        Path file = folder.resolve("last.safetensors");
        for (int stop : new int[] {11, 25, 0}) {
            int seed = Files.exists(file) ? 99 : 1;
            try (Network network = Network.create(layers(), INPUT, seed, Kernels.selected(), 2)) {
                Trainer trainer = new Trainer(network, settings(), 1);
                if (Files.exists(file)) {
                    trainer.resume(Checkpoint.read(file));
                }
                trainer.train(images(), new TrainingListener() {
                    private int steps;

                    @Override
                    public void stepEnded(StepReport report) {
                        if (++steps == stop) {
                            trainer.stop();
                        }
                    }

                    @Override
                    public void epochEnded(EpochReport report) {}

                    @Override
                    public void trainingEnded(StopReason reason) {
                        trainer.checkpoint().write(file);
                    }
                });
                assertEquals(stop == 0, WEIGHTS.equals(digest(network)), "after stopping at " + stop);
            }
        }
    }

    private static String trained(Kernels kernels, int threads) {
        try (Network network = Network.create(layers(), INPUT, 1, kernels, threads)) {
            new Trainer(network, settings(), 1).train(images(), report -> {});
            return digest(network);
        }
    }

    private static TrainSettings settings() {
        return TrainSettings.parse("{epochs: 2, batch: 16, learning_rate: 0.05, momentum: 0.9, weight_decay: 5e-4,"
                + " schedule: cosine, warmup_epochs: 0.5}");
    }

    private static List<LayerSpec> layers() {
        Settings settings = Settings.parse("network: resnet8", "pipeline.yaml", Path.of("/"));
        return NetworkSettings.from(settings.root().get("network"), CLASSES);
    }

    /** Noise: half of the steps' batches, for two epochs. */
    private static MemoryBatches images() {
        Batch[] batches = new Batch[STEPS / 2];
        Arrays.setAll(batches, number -> {
            float[] pixels = new float[BATCH * INPUT.size()];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) CounterRandom.gaussianAt(number, i);
            }
            int[] labels = new int[BATCH];
            Arrays.setAll(labels, i -> (number + i) % CLASSES);
            return new Batch(pixels, labels, INPUT.height(), INPUT.width(), INPUT.channels());
        });
        return new MemoryBatches(List.of(batches));
    }

    private static String digest(Network network) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Parameter parameter : network.parameters()) {
                digest.update(bytes(parameter.value()));
            }
            for (RunningStatistic statistic : network.statistics()) {
                digest.update(bytes(statistic.value()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }
}
