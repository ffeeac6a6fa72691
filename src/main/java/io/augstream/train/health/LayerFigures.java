package io.augstream.train.health;

/**
 * What one step shows of a layer's weights w and of what it gives. Norms are ‖·‖₂; NaN is what could not be seen.
 *
 * @param gradient ‖∂E/∂w‖, before any clipping, without penalties
 * @param weight ‖w‖ before the step
 * @param update ‖Δw‖ of the step
 * @param turn the part of Δw across w, over ‖w‖: the angle in radians by which a small step turns w
 * @param nearZero share of the weights with |w| below {@value HealthRules#NEAR_ZERO}
 * @param mean of the outputs, over the first {@value HealthMonitor#SAMPLES} samples of the batch
 * @param deviation of them
 * @param zeros share of them that are exactly 0
 * @param saturated share of them at an end of a sigmoid or tanh, where the slope is below a twentieth of its greatest
 * @param dead share of the units behind a ReLU, of a map its channels, that gave nothing but 0 on the last
 *     {@value HealthRules#DEAD_IMAGES} images that were looked at, or more; 0 until so many were
 * @param inputGradient ‖∂E/∂input‖
 */
public record LayerFigures(
        double gradient,
        double weight,
        double update,
        double turn,
        double nearZero,
        double mean,
        double deviation,
        double zeros,
        double saturated,
        double dead,
        double inputGradient) {
    static final int COUNT = 11;

    /** Whether the step saw no life in it: no output but 0, and no gradient. */
    boolean isSilent() {
        return zeros == 1 && gradient == 0;
    }

    double[] row() {
        return new double[] {
            gradient, weight, update, turn, nearZero, mean, deviation, zeros, saturated, dead, inputGradient
        };
    }

    /** @param from where its {@value #COUNT} numbers begin */
    static LayerFigures of(double[] row, int from) {
        return new LayerFigures(
                row[from],
                row[from + 1],
                row[from + 2],
                row[from + 3],
                row[from + 4],
                row[from + 5],
                row[from + 6],
                row[from + 7],
                row[from + 8],
                row[from + 9],
                row[from + 10]);
    }
}
