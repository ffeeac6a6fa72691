package io.augstream.lab;

import io.augstream.settings.Section;
import io.augstream.settings.SettingsException;
import java.util.List;

/** Whether an experiment's arms can be chosen from, asked before the first training. */
public final class ChoiceCheck {
    /** Of 18 digits, as the file and the kept runs have room for. */
    private static final long LARGEST_SEED = 999_999_999_999_999_999L;

    private ChoiceCheck() {}

    /**
     * Opens the data set, to see its validation split.
     *
     * @throws SettingsException if there is but one arm, the primary metric says nothing of new images, the validation split
     *     is empty, or no fresh seeds are left
     * @throws io.augstream.dataset.DataException if the data set is wrong
     */
    public static void require(ExperimentSettings settings) {
        MeasureSettings measure = settings.measure();
        Section root = settings.training().file().root();
        if (measure.arms().size() < 2) {
            throw root.section("measure").error("--recommend chooses between arms, and there is but one");
        }
        if (!List.of(Metric.TEST_ACCURACY, Metric.TEST_LOSS).contains(measure.primary())) {
            throw at(
                    root,
                    "measure",
                    "primary",
                    "--recommend chooses by how well an arm does on images that it was not trained on: test_accuracy or"
                            + " test_loss");
        }
        List<Long> fresh = measure.freshSeeds();
        if (fresh.get(fresh.size() - 1) > LARGEST_SEED) {
            throw at(root, "measure", "seeds", "--recommend numbers fresh seeds on from the largest, to 18 digits");
        }
        if (settings.data().open().validation().isEmpty()) {
            throw at(
                    root,
                    "data",
                    "validation",
                    "--recommend chooses on the validation split, and there is none: data.validation above 0 takes one"
                            + " from the training images");
        }
    }

    /** An error at the key, or at its section where the file leaves it out. */
    private static SettingsException at(Section root, String section, String key, String problem) {
        Section found = root.section(section);
        return found.find(key).map(value -> value.error(problem)).orElseGet(() -> found.error(problem));
    }
}
