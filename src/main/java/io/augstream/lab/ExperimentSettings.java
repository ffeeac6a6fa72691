package io.augstream.lab;

import io.augstream.dataset.DataSettings;
import io.augstream.pipeline.Pipeline;
import io.augstream.run.TrainingFile;
import io.augstream.settings.Settings;
import io.augstream.train.Plateau;
import io.augstream.train.TrainSettings;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A whole pipeline file, bound.
 *
 * @param name of the experiment; fit to be a folder's name
 * @param training what all arms share, but for their stages
 * @param resolved the file with every override, every default that decides the results and an absolute
 *     {@code data.root}, as it is kept beside the results: it can be measured again from there
 */
public record ExperimentSettings(String name, TrainingFile training, MeasureSettings measure, String resolved) {
    private static final List<String> SECTIONS = List.of("data", "stages", "network", "train", "measure");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+ -]{0,99}");

    public ExperimentSettings {
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
        Settings whole = TrainingFile.withNetwork(settings);
        return whole.root().allow(SECTIONS).build(root -> {
            root.section("train").find("early_stopping").ifPresent(value -> {
                throw value.error("measure compares arms after the same number of epochs: leave it out");
            });
            TrainingFile training = TrainingFile.bind(root, whole);
            if (training.train().schedule() instanceof Plateau) {
                throw root.section("train")
                        .get("schedule")
                        .error(
                                "measure gives all arms the same learning rates: take a schedule that looks at no score");
            }
            Pipeline pipeline = training.pipeline();
            ArmBinder.refuseReservedNames(root.list("stages"), pipeline);
            String name = root.text("name", otherwise);
            MeasureSettings measure = MeasureSettings.from(root.section("measure"), pipeline);
            return new ExperimentSettings(name, training, measure, ResolvedFile.of(training, name, measure));
        });
    }

    public DataSettings data() {
        return training.data();
    }

    public TrainSettings train() {
        return training.train();
    }
}
