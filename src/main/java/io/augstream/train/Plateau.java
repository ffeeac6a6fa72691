package io.augstream.train;

import io.augstream.settings.Section;

/**
 * Down by a factor whenever the validation split sees no progress, as PyTorch's {@code ReduceLROnPlateau} with an absolute
 * threshold: after more than {@code patience} epochs in a row without improvement, and never twice within
 * {@code cooldown} epochs. The share of the full rate goes no lower than {@code minFactor}.
 *
 * @param monitor what is looked at, after every epoch
 * @param factor what the rate is multiplied by, in (0, 1)
 * @param patience epochs without improvement that are borne, at least 0
 * @param minDelta an improvement is by more than this; at least 0
 * @param cooldown epochs after a reduction in which nothing is counted, at least 0
 * @param minFactor in [0, 1)
 */
public record Plateau(Monitor monitor, double factor, int patience, double minDelta, int cooldown, double minFactor)
        implements Schedule {
    public Plateau {
        if (!(factor > 0 && factor < 1)) {
            throw new IllegalArgumentException("factor must lie in (0, 1), got " + factor);
        }
        if (patience < 0) {
            throw new IllegalArgumentException("patience must be at least 0, got " + patience);
        }
        if (!(minDelta >= 0 && minDelta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("min_delta must be a number of at least 0, got " + minDelta);
        }
        if (cooldown < 0) {
            throw new IllegalArgumentException("cooldown must be at least 0, got " + cooldown);
        }
        if (!(minFactor >= 0 && minFactor < 1)) {
            throw new IllegalArgumentException("min_factor must lie in [0, 1), got " + minFactor);
        }
    }

    @Override
    public String name() {
        return "plateau";
    }

    /** The full rate: how far it is reduced is up to the scores, see {@link RateReduction}. */
    @Override
    public double factor(double epoch, double epochs) {
        return 1;
    }

    static Plateau from(Section settings) {
        Monitor monitor = settings.find("monitor").map(Monitor::from).orElse(Monitor.VALIDATION_LOSS);
        return new Plateau(
                monitor,
                settings.number("factor", 0.1),
                settings.integer("patience", 10),
                settings.number("min_delta", 1e-4),
                settings.integer("cooldown", 0),
                settings.number("min_factor", 0));
    }
}
