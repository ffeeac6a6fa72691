package io.augstream.run;

import io.augstream.dataset.DataSettings;
import io.augstream.pipeline.Copies;
import io.augstream.pipeline.Pipeline;
import io.augstream.settings.Json;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.Value;
import io.augstream.train.NetworkSettings;
import io.augstream.train.TrainSettings;
import java.util.List;

/**
 * What a pipeline file says of a training, bound.
 *
 * @param file what was bound, with a network: it knows the lines for errors that show only on the images
 * @param pipeline the stages
 * @param network bound once the images' size and the classes are known
 */
public record TrainingFile(Settings file, Pipeline pipeline, DataSettings data, Value network, TrainSettings train) {
    private static final List<String> SECTIONS =
            List.of("name", "data", "stages", "network", "train", "measure", "claims");
    private static final int ANY_CLASSES = 2;

    /** @throws io.augstream.settings.SettingsException if anything is wrong in what training reads of the file */
    public static TrainingFile from(Settings settings) {
        Settings whole = withNetwork(settings);
        return whole.root().allow(SECTIONS).build(root -> bind(root, whole));
    }

    /** The same with other stages, which are some of the file's. */
    public TrainingFile with(Pipeline stages) {
        return new TrainingFile(file, stages, data, network, train);
    }

    /** How often its stages draw an image anew. */
    public Copies copies() {
        return new Copies(train.copies());
    }

    /** The settings themselves, or with the network {@code small} where they name none. */
    public static Settings withNetwork(Settings settings) {
        return settings.root().find("network").isPresent() ? settings : settings.with("network", "small");
    }

    /**
     * For a caller that binds the rest of the file.
     *
     * @param whole with a network
     * @param root its root, being built
     */
    public static TrainingFile bind(Section root, Settings whole) {
        Pipeline pipeline = Pipeline.from(whole);
        Value network = root.get("network");
        // Names and ranges now, before any data is read; what depends on the images follows later.
        if (NetworkSettings.from(network, ANY_CLASSES).isEmpty()) {
            throw network.error("must hold a layer");
        }
        return new TrainingFile(
                whole, pipeline, DataSettings.from(whole), network, TrainSettings.from(root.section("train")));
    }

    /**
     * The file as it is kept beside results: every override, every default that decides them, and an absolute
     * {@code data.root}, so that it gives the same results from anywhere and under other defaults.
     *
     * @param name what it is called where it says nothing itself
     */
    public Settings resolved(String name) {
        String root = data.root().toAbsolutePath().toString();
        Settings named = file.root().find("name").isPresent() ? file : file.with("name", Json.line(name));
        Settings resolved = named.with("data.root", Json.line(root));
        Section section = file.root().section("data");
        if (section.find("validation").isEmpty()) {
            resolved = resolved.with("data.validation", Json.line(DataSettings.DEFAULT_VALIDATION));
        }
        if (section.section("prepare").find("normalise").isEmpty()) {
            resolved = resolved.with("data.prepare.normalise", "true");
        }
        return resolved.with("train", Json.line(train.resolved()));
    }
}
