package io.augstream.train;

import io.augstream.settings.Section;
import io.augstream.settings.Value;

/**
 * Ends a training that gets no better (Prechelt, "Early Stopping, But When?", 1998), with the settings of Keras.
 *
 * @param monitor what is looked at, after every epoch
 * @param patience so many epochs without improvement end the training; at least 1
 * @param minDelta an improvement is by more than this; at least 0
 * @param restoreBestWeights whether the network ends with the weights of its best epoch, and not of its last
 * @param startFromEpoch so many epochs at the start are not looked at; at least 0
 */
public record EarlyStopping(
        Monitor monitor, int patience, double minDelta, boolean restoreBestWeights, int startFromEpoch) {
    /** Looks for the best epoch, by the validation loss, and never stops. */
    static final EarlyStopping NEVER = new EarlyStopping(Monitor.VALIDATION_LOSS, Integer.MAX_VALUE, 0, false, 0);

    public EarlyStopping {
        if (patience < 1) {
            throw new IllegalArgumentException("patience must be at least 1, got " + patience);
        }
        if (!(minDelta >= 0 && minDelta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("min_delta must be a number of at least 0, got " + minDelta);
        }
        if (startFromEpoch < 0) {
            throw new IllegalArgumentException("start_from_epoch must be at least 0, got " + startFromEpoch);
        }
    }

    /** Binds the section; only {@code patience} must be given. */
    static EarlyStopping from(Section section) {
        return section.build(settings -> {
            Monitor monitor = settings.find("monitor").map(Monitor::from).orElse(Monitor.VALIDATION_LOSS);
            double minDelta = settings.number("min_delta", 0);
            boolean restore = settings.flag("restore_best_weights", true);
            int start = settings.integer("start_from_epoch", 0);
            Value patience = settings.get("patience");
            return new EarlyStopping(monitor, patience.integer(), minDelta, restore, start);
        });
    }
}
