package io.augstream.lab;

import io.augstream.run.TrainingFile;
import io.augstream.settings.Settings;
import io.augstream.settings.Value;
import io.augstream.train.StepDecay;
import io.augstream.train.TrainSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Binds {@code measure.train_size}: an arm for each number of training images, with all stages. Every one sees as many images
 * as the file's own training, {@code train.epochs} times {@code data.train_size}, in fewer epochs of more of them: else the
 * larger sets would be trained longer, and what that does would pass for an effect of the images.
 */
final class SizeArms {
    private final TrainingFile file;
    private final Value sizes;
    private final int base;

    private SizeArms(TrainingFile file, Value sizes, int base) {
        this.file = file;
        this.sizes = sizes;
        this.base = base;
    }

    /** @throws io.augstream.settings.SettingsException if a size cannot be trained on for as long as the file says */
    static List<Arm> bind(Value sizes, TrainingFile file) {
        Integer base = file.data().trainSize();
        if (base == null) {
            throw sizes.error("data.train_size must say of how many images the train.epochs are;"
                    + " every size is trained for as many steps as they are");
        }
        if (sizes.list().isEmpty()) {
            throw sizes.error("must hold a number of images, as in [200, 1000, 5000]");
        }
        for (Value size : sizes.list()) {
            if (size.integer() < 1) {
                throw size.error("must be at least 1, got " + size.integer());
            }
        }
        SizeArms arms = new SizeArms(file, sizes, base);
        arms.refuseOtherCounts();
        return sizes.list().stream().map(arms::arm).toList();
    }

    /** What counts epochs one by one would come at other steps of each size. */
    private void refuseOtherCounts() {
        TrainSettings train = file.train();
        if (train.monitorsValidation() || train.schedule() instanceof StepDecay) {
            throw sizes.error("every size has other epochs, to have as many steps, and "
                    + (train.earlyStopping().isPresent()
                            ? "early_stopping"
                            : "schedule " + train.schedule().name())
                    + " counts epochs; name the arms in 'arms', each with its own 'set'");
        }
    }

    private Arm arm(Value size) {
        Map<String, Value> changes = new LinkedHashMap<>();
        changes.put(ArmChanges.TRAIN_SIZE, size);
        String name = ArmChanges.named(changes);
        if (size.integer() != base) {
            change(changes, "epochs", Long.toString(epochs(size.integer())));
            double warmup = file.train().warmupEpochs();
            if (warmup > 0) {
                change(changes, "warmup_epochs", Double.toString(warmup * base / size.integer()));
            }
        }
        return new Arm(name, ArmChanges.applied(file.file(), changes), changes);
    }

    private long epochs(int size) {
        int epochs = file.train().epochs();
        long images = (long) epochs * base;
        if (images % size != 0) {
            throw sizes.error(epochs + " epochs of " + base + " images are no whole number of epochs of " + size
                    + " images, and every size is trained for as many steps: train.epochs must be a multiple of "
                    + leastEpochs());
        }
        return images / size;
    }

    /** The smallest number of epochs that is whole for all sizes. */
    private long leastEpochs() {
        long least = 1;
        for (Value size : sizes.list()) {
            long whole = size.integer() / gcd(size.integer(), base);
            least = least / gcd(least, whole) * whole;
        }
        return least;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private void change(Map<String, Value> changes, String key, String value) {
        Settings changed = file.file().with("train." + key, value);
        changes.put("train." + key, changed.root().section("train").get(key));
    }
}
