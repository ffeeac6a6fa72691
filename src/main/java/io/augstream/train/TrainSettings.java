package io.augstream.train;

import io.augstream.settings.Section;

/**
 * The {@code train} section of a pipeline file.
 *
 * @param epochs passes over the training images, at least 1
 * @param batch images a step, at least 1
 * @param learningRate above 0
 * @param momentum in [0, 1)
 * @param schedule how the learning rate goes
 */
public record TrainSettings(
        int epochs,
        int batch,
        OptimizerKind optimizer,
        double learningRate,
        double momentum,
        WeightDecay weightDecay,
        Schedule schedule) {
    public TrainSettings {
        atLeastOne("epochs", epochs);
        atLeastOne("batch", batch);
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learning_rate must be a number above 0, got " + learningRate);
        }
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum must lie in [0, 1), got " + momentum);
        }
    }

    /** Binds the section; what it does not name is 20 epochs of batch 32, SGD at 0.05, momentum 0.9, no decay. */
    public static TrainSettings from(Section section) {
        return section.build(train -> new TrainSettings(
                train.integer("epochs", 20),
                train.integer("batch", 32),
                train.choice("optimizer", OptimizerKind.class, OptimizerKind.SGD),
                train.number("learning_rate", 0.05),
                train.number("momentum", 0.9),
                train.find("weight_decay").map(WeightDecay::from).orElse(WeightDecay.NONE),
                train.choice("schedule", Schedule.class, Schedule.CONSTANT)));
    }

    private static void atLeastOne(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1, got " + value);
        }
    }
}
