package io.augstream.train.health;

import java.util.List;

/**
 * What one step of a training shows, and how the loss has stood since the look before.
 *
 * @param step from 0 over the whole training
 * @param loss of its batch and those of all steps since the look before, each before the weights moved
 * @param chance the loss of answering every image with the same shares, those of all targets so far: ln C where the C
 *     classes are as frequent
 * @param floor the least loss that the targets since then allow: their entropy under label smoothing and MixUp, else 0
 * @param accuracy share of the images since then that were named rightly; of mixtures, by the class of the larger share
 * @param guess the share that a guess names rightly: that of the most frequent class
 * @param input root mean square of what goes into the network, over the first {@value HealthMonitor#SAMPLES} samples
 * @param rate the learning rate of the step
 * @param outputGradient ‖∂E/∂output‖₂ of the network
 * @param boundaries ‖∂E/∂input‖₂ at each of the log's boundaries, lowest first; NaN where there is none
 * @param layers one of each layer of the log
 */
public record Observation(
        long step,
        double loss,
        double chance,
        double floor,
        double accuracy,
        double guess,
        double input,
        double rate,
        double outputGradient,
        List<Double> boundaries,
        List<LayerFigures> layers) {
    public Observation {
        boundaries = List.copyOf(boundaries);
        layers = List.copyOf(layers);
    }

    /** With what a guess is worth by the targets of another, later one: those of the first steps may be few. */
    Observation against(Observation later) {
        return new Observation(
                step,
                loss,
                later.chance,
                floor,
                accuracy,
                later.guess,
                input,
                rate,
                outputGradient,
                boundaries,
                layers);
    }

    /** Of all gains: ‖δ‖ at the lowest boundary that a gradient comes to over that at the output; NaN where none was seen. */
    double product() {
        return boundaries.stream().filter(norm -> !norm.isNaN()).findFirst().orElse(Double.NaN) / outputGradient;
    }

    /** How far the loss has still to go: 1 at that of chance, 0 where the targets allow no less. */
    double remaining() {
        return (loss - floor) / (chance - floor);
    }

    /** How much of the errors of a guess is left: 1 where it is no better, 0 where all are named rightly. */
    double errors() {
        return (1 - accuracy) / (1 - guess);
    }

    /** ‖∂E/∂ all watched weights‖₂. */
    double gradient() {
        return Math.sqrt(layers.stream()
                .mapToDouble(layer -> layer.gradient() * layer.gradient())
                .sum());
    }
}
