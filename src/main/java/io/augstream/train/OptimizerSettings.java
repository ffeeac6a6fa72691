package io.augstream.train;

import io.augstream.nn.Parameter;
import io.augstream.nn.Workers;
import io.augstream.settings.Section;
import java.util.List;
import java.util.Locale;

/** Which optimizer, and its own settings; the learning rate and the weight decay are given to every one of them. */
public sealed interface OptimizerSettings permits SgdSettings, AdamSettings {
    OptimizerKind kind();

    /** The learning rate where a file gives none. */
    double usualLearningRate();

    /** How many numbers it remembers of each parameter. */
    int momentsPerParameter();

    /**
     * An optimizer at its start.
     *
     * @param parameters read and written by each step
     * @param workers who share the work of a step
     */
    Optimizer create(List<Parameter> parameters, WeightDecay decay, Workers workers);

    /**
     * Binds {@code optimizer} and the settings of the one that it names.
     *
     * @throws io.augstream.settings.SettingsException if a setting belongs to another optimizer
     * @throws IllegalArgumentException if one is out of range; the message begins with its name
     */
    static OptimizerSettings from(Section train) {
        OptimizerKind kind = train.choice("optimizer", OptimizerKind.class, OptimizerKind.SGD);
        refuseSettingsOfOthers(train, kind);
        return switch (kind) {
            case SGD -> new SgdSettings(train.number("momentum", 0.9), train.flag("nesterov", false));
            case ADAM -> adam(train, false);
            case ADAMW -> adam(train, true);
        };
    }

    private static AdamSettings adam(Section train, boolean decoupled) {
        return new AdamSettings(
                decoupled, train.number("beta1", 0.9), train.number("beta2", 0.999), train.number("epsilon", 1e-8));
    }

    private static void refuseSettingsOfOthers(Section train, OptimizerKind kind) {
        for (OptimizerKind other : OptimizerKind.values()) {
            for (String setting : other.settings()) {
                if (!kind.settings().contains(setting) && train.keys().contains(setting)) {
                    throw train.get(setting)
                            .error("the optimizer " + kind.name().toLowerCase(Locale.ROOT)
                                    + " has no such setting; it has " + String.join(", ", kind.settings()));
                }
            }
        }
    }
}
