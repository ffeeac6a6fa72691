package io.augstream.run;

import io.augstream.dataset.Sample;
import io.augstream.nn.LayerPlan;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.NetworkPlan;
import io.augstream.nn.PlannedBatch;
import io.augstream.nn.Shape;
import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.Stage;
import io.augstream.settings.SettingsException;
import io.augstream.settings.Value;
import io.augstream.train.FrozenLayers;
import io.augstream.train.NetworkSettings;
import io.augstream.train.Plateau;
import io.augstream.train.TrainingMemory;
import java.util.List;
import java.util.Locale;

/**
 * Whether stages and batches fit images that are known by now. Tried before the first training, so that what does not
 * fit is refused at its line of the file and not hours later as a failed run.
 */
public final class FitCheck {
    private final TrainingFile file;
    private final Shape images;

    public FitCheck(TrainingFile file, Shape images) {
        this.file = file;
        this.images = images;
    }

    /**
     * Tries every stage on a blank image.
     *
     * @param stages some of the file's
     * @param whose what an error begins with, such as {@code "arm 'all': "}
     * @throws SettingsException if one cannot be applied, or changes the size: the network takes one
     */
    public void stages(Pipeline stages, String whose) {
        stages.stages().forEach(stage -> StageProbe.misfit(stage, images).ifPresent(problem -> {
            throw stageError(stage.name(), whose + problem);
        }));
    }

    /**
     * Plans the network. Batch normalisation learns from how the images of a batch differ, and one image has nothing to
     * differ from.
     *
     * @throws SettingsException if batches of one image meet such a layer (a last batch of one joins its predecessor), or a
     *     layer or a batch of it is larger than an array, or {@code train.frozen} or {@code train.health} names a layer that is not there
     */
    public NetworkPlan network(List<LayerSpec> layers, PlannedBatch batch) {
        NetworkPlan plan = NetworkSettings.plan(file.network(), layers, images, batch);
        if (file.train().batch() == 1 && plan.total(LayerPlan::norms) > 0) {
            String problem = "must be at least 2 for a network with batch_norm: one image has no batch statistics";
            throw file.file()
                    .root()
                    .section("train")
                    .find("batch")
                    .map(value -> value.error(problem))
                    .orElseGet(() -> new SettingsException("train.batch: " + problem));
        }
        FrozenLayers frozen = file.train().frozen();
        requireAt("frozen", () -> frozen.requireIn(plan));
        file.train()
                .health()
                .ifPresent(health -> requireAt("health", () -> health.requireLayers(layers, frozen::holds)));
        return plan;
    }

    /** Puts what is wrong with a setting of {@code train} at its line. */
    private void requireAt(String setting, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            String problem = String.valueOf(e.getMessage());
            throw file.file()
                    .root()
                    .section("train")
                    .find(setting)
                    .map(value -> value.error(problem))
                    .orElseGet(() -> new SettingsException("train." + setting + ": " + problem));
        }
    }

    /**
     * Whether whitening can be fitted to so many images.
     *
     * @param heap bytes that Java may take
     * @throws MemoryException if that holds more at its peak
     */
    public void whitening(int training, long heap) {
        long bytes = file.data().whitening().fittingBytes(training, images.size());
        if (bytes > heap) {
            throw new MemoryException(String.format(
                    Locale.ROOT,
                    "fitting data.prepare.whiten to %,d images of %,d values needs %,d MiB, and Java's heap ends at %,d MiB;"
                            + " java -Xmx%dg gives it more, smaller images (data.prepare.resize, channels) need less",
                    training,
                    images.size(),
                    bytes >> 20,
                    heap >> 20,
                    gibibytes(bytes)));
        }
    }

    /** Of a heap for so much: a quarter more, for the data and Java itself. */
    private static long gibibytes(long bytes) {
        return 1 + bytes / 4 * 5 / (1 << 30);
    }

    /**
     * Whether the training can end: what it holds in arrays at its peak, as {@code summary} tells it, against Java's heap.
     *
     * @param heap bytes that Java may take
     * @throws MemoryException if it is more
     */
    void memory(NetworkPlan plan, PlannedBatch batch, long heap) {
        TrainingMemory memory = TrainingMemory.of(plan, file.train(), batch);
        if (memory.total() > heap) {
            throw new MemoryException(String.format(
                    Locale.ROOT,
                    "the training needs %,d MiB (weights, gradients, optimizer and copies %,d, layers %,d, images of a"
                            + " batch %,d), and Java's heap ends at %,d MiB; java -Xmx%dg gives it more, a smaller"
                            + " train.batch needs less, and 'augstream summary' tells each layer's share",
                    memory.total() >> 20,
                    memory.weights() + memory.gradients() + memory.optimizer() + memory.copies() >> 20,
                    memory.layers() >> 20,
                    memory.images() >> 20,
                    heap >> 20,
                    gibibytes(memory.total())));
        }
    }

    /** @throws SettingsException if a setting decides on the validation split, and there is none */
    public void validation(List<Sample> validation) {
        if (validation.isEmpty()) {
            refuse("early_stopping", file.train().earlyStopping().isPresent());
            refuse("schedule", file.train().schedule() instanceof Plateau);
        }
    }

    private void refuse(String setting, boolean decides) {
        if (decides) {
            throw file.file()
                    .root()
                    .section("train")
                    .get(setting)
                    .error("decides on the validation split, and there is none: data.validation above 0 takes one"
                            + " from the training images");
        }
    }

    private SettingsException stageError(String name, String problem) {
        List<Value> items = file.file().root().list("stages");
        List<String> names = file.pipeline().stages().stream().map(Stage::name).toList();
        int index = names.indexOf(name);
        return index < 0 ? new SettingsException(problem) : items.get(index).error(problem);
    }
}
