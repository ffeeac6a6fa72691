package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Batch;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.NetworkPlan;
import io.augstream.nn.PlannedBatch;
import io.augstream.nn.Shape;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is foretold of a training's memory against what is live on the heap after a training step and a scoring. */
class TrainingMemoryTest {
    @ParameterizedTest
    @CsvSource({
        "resnet8, 32, 3, 64, 64, sgd",
        "resnet8, 32, 3, 32, 100, adam",
        "small, 28, 1, 128, 250, sgd",
        "mlp, 28, 1, 128, 250, adamw",
        "mlp, 28, 1, 64, 64, ema",
        "alexnet32, 32, 3, 32, 32, sgd",
    })
    void isTrueWithinAFifth(String preset, int side, int channels, int trained, int scored, String optimizer)
            throws JMException {
        String settingsOfOptimizer = optimizer.equals("ema") ? "ema: {decay: 0.9}" : "optimizer: " + optimizer;
        String yaml = "network: " + preset + "\ntrain: {epochs: 1, " + settingsOfOptimizer
                + ", early_stopping: {patience: 2}}\n";
        Section root = Settings.parse(yaml, "pipeline.yaml", Path.of("/")).root();
        TrainSettings settings = TrainSettings.from(root.section("train"));
        Shape input = new Shape(side, side, channels);
        List<LayerSpec> layers = NetworkSettings.from(root.get("network"), input, 10);
        PlannedBatch batch = new PlannedBatch(trained, scored);
        long foretold = TrainingMemory.of(NetworkPlan.of(layers, input, batch), settings, batch)
                .total();

        long measured = measured(layers, input, settings, batch);
        // What other threads of this machine make meanwhile only adds: where it does, the least is the nearest.
        for (int again = 0; again < 2 && Math.abs(measured - foretold) > 0.2 * measured; again++) {
            measured = Math.min(measured, measured(layers, input, settings, batch));
        }
        assertEquals(foretold, measured, 0.2 * measured, "foretold " + foretold + ", measured " + measured);
    }

    private static long measured(List<LayerSpec> layers, Shape input, TrainSettings settings, PlannedBatch batch)
            throws JMException {
        long before = live();
        Network network = Network.create(layers, input, 1);
        Trainer trainer = new Trainer(network, settings, 1);
        MemoryBatches scoring = batches(input, batch.evaluated());
        trainer.train(batches(input, batch.trained()), scoring, TrainingListener.NONE);
        long measured = live() - before;
        Reference.reachabilityFence(trainer);
        Reference.reachabilityFence(scoring);
        return measured;
    }

    private static MemoryBatches batches(Shape input, int size) {
        return new MemoryBatches(List.of(new Batch(
                new float[size * input.size()], new int[size], input.height(), input.width(), input.channels())));
    }

    /**
     * Bytes of all live objects, as the JVM's histogram adds them up after a collection: not what its heap shows, where
     * G1 rounds large arrays up to whole regions.
     */
    private static long live() throws JMException {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Matcher total = Pattern.compile("Total\\s+\\d+\\s+(\\d+)").matcher((String) histogram);
        assertTrue(total.find(), "a histogram ends with its total");
        return Long.parseLong(total.group(1));
    }
}
