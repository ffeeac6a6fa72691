package io.augstream.train.health;

import java.util.List;

/**
 * How a training begins, before its weights have moved. NaN is what could not be seen.
 *
 * @param loss of the first step
 * @param chance the loss of answering every image with the same shares, those of all targets
 * @param product of all gains g = ‖δ below‖ / ‖δ above‖ that were seen, from the output down: what is left of its gradient at the lowest
 *     boundary that one comes to
 */
public record Beginning(double loss, double chance, double product) {
    /** NaN in all where nobody has looked. */
    public static Beginning of(HealthLog log) {
        List<Observation> all = log.observations();
        if (all.isEmpty()) {
            return new Beginning(Double.NaN, Double.NaN, Double.NaN);
        }
        Observation first = all.get(0);
        return new Beginning(first.loss(), all.get(all.size() - 1).chance(), first.product());
    }

    /** The loss over that of chance; above 1 the network is sure of what it cannot know. */
    public double ratio() {
        return loss / chance;
    }
}
