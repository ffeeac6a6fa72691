package io.augstream.lab;

import io.augstream.dataset.DataSettings;
import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.Stage;
import io.augstream.settings.Settings;
import io.augstream.settings.Value;
import io.augstream.train.NetworkSettings;
import io.augstream.train.TrainSettings;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A whole pipeline file, bound.
 *
 * @param name of the experiment; fit to be a folder's name
 * @param file what was bound: it knows the lines for errors that show only on the images
 * @param stageNames of all stages, in the order of the file's list
 * @param network bound once the images' size and the classes are known
 * @param resolved the file with every override, every default that decides the results and an absolute
 *     {@code data.root}, as it is kept beside the results: it can be measured again from there
 */
public record ExperimentSettings(
        String name,
        Settings file,
        List<String> stageNames,
        DataSettings data,
        Value network,
        TrainSettings train,
        MeasureSettings measure,
        String resolved) {
    private static final List<String> SECTIONS = List.of("data", "stages", "network", "train", "measure");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+ -]{0,99}");
    private static final int ANY_CLASSES = 2;

    public ExperimentSettings {
        stageNames = List.copyOf(stageNames);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name must start with a letter or digit and hold letters, digits, '_', '.', '+', '-' and spaces, got '"
                            + name + "'");
        }
    }

    /**
     * @param otherwise the name where the file gives none: the file's own without its ending
     * @throws io.augstream.settings.SettingsException if anything in the file is wrong or unknown
     */
    public static ExperimentSettings from(Settings settings, String otherwise) {
        Settings whole = settings.root().find("network").isPresent() ? settings : settings.with("network", "small");
        return whole.root().allow(SECTIONS).build(root -> {
            Pipeline pipeline = Pipeline.from(whole);
            root.section("train").find("early_stopping").ifPresent(value -> {
                throw value.error("measure compares arms after the same number of epochs: leave it out");
            });
            Value network = root.get("network");
            // Names and ranges now, before any data is read; what depends on the images follows later.
            if (NetworkSettings.from(network, ANY_CLASSES).isEmpty()) {
                throw network.error("must hold a layer");
            }
            ArmBinder.refuseReservedNames(root.list("stages"), pipeline);
            String name = root.text("name", otherwise);
            DataSettings data = DataSettings.from(whole);
            TrainSettings train = TrainSettings.from(root.section("train"));
            MeasureSettings measure = MeasureSettings.from(root.section("measure"), pipeline);
            return new ExperimentSettings(
                    name,
                    whole,
                    pipeline.stages().stream().map(Stage::name).toList(),
                    data,
                    network,
                    train,
                    measure,
                    ResolvedFile.of(whole, name, data.root().toAbsolutePath().toString(), train, measure, pipeline));
        });
    }
}
