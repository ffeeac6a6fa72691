package io.augstream.lab;

import io.augstream.dataset.DataSettings;
import io.augstream.run.TrainingFile;
import io.augstream.settings.Settings;
import io.augstream.train.TrainSettings;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A whole pipeline file, bound.
 *
 * @param name of the experiment; fit to be a folder's name
 * @param training the file itself, which the arms change
 * @param claims what the file states of its arms; maybe nothing
 * @param resolved the file with every override, every default that decides the results and an absolute
 *     {@code data.root}, as it is kept beside the results: it can be measured again from there
 */
public record ExperimentSettings(
        String name, TrainingFile training, MeasureSettings measure, List<Claim> claims, String resolved) {
    private static final List<String> SECTIONS = List.of("data", "stages", "network", "train", "measure", "claims");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+ -]{0,99}");

    public ExperimentSettings {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name must start with a letter or digit and hold letters, digits, '_', '.', '+', '-' and spaces,"
                            + " got '"
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
            TrainingFile training = TrainingFile.bind(root, whole);
            ArmBinder.refuseReservedNames(root.list("stages"), training.pipeline());
            String name = root.text("name", otherwise);
            MeasureSettings measure = MeasureSettings.from(root.section("measure"), training);
            List<Claim> claims = ClaimBinder.bind(root.list("claims"), measure);
            return new ExperimentSettings(
                    name, training, measure, claims, ResolvedFile.of(training, name, measure, claims));
        });
    }

    /** The same for an experiment that gets more seeds after somebody has looked at its results. */
    public ExperimentSettings afterALook() {
        return new ExperimentSettings(name, training, measure.afterALook(), claims, resolved);
    }

    /** The experiment that compares {@code arm}, one of this one's, with the baseline once more, on fresh seeds. */
    public ExperimentSettings confirming(Arm arm) {
        MeasureSettings fresh = measure.confirming(arm);
        return new ExperimentSettings(
                name, training, fresh, List.of(), ResolvedFile.of(training, name, fresh, List.of()));
    }

    public DataSettings data() {
        return training.data();
    }

    public TrainSettings train() {
        return training.train();
    }
}
