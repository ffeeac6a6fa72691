package io.augstream.train;

import io.augstream.settings.Section;
import io.augstream.settings.Value;
import java.util.Optional;

/**
 * The {@code train} section of a pipeline file.
 *
 * @param epochs passes over the training images, at least 1
 * @param batch images a step, at least 1
 * @param optimizerSettings which optimizer, and how it is set
 * @param learningRate above 0
 * @param schedule how the learning rate goes
 */
public record TrainSettings(
        int epochs,
        int batch,
        OptimizerSettings optimizerSettings,
        double learningRate,
        WeightDecay weightDecay,
        Schedule schedule) {
    public TrainSettings {
        atLeastOne("epochs", epochs);
        atLeastOne("batch", batch);
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learning_rate must be a number above 0, got " + learningRate);
        }
    }

    /**
     * Binds the section; what it does not name is 20 epochs of batch 32, SGD at 0.05 with momentum 0.9 (Adam and AdamW at
     * 0.001), no decay.
     */
    public static TrainSettings from(Section section) {
        return section.build(train -> {
            int epochs = train.integer("epochs", 20);
            int batch = train.integer("batch", 32);
            Optional<Value> learningRate = train.find("learning_rate");
            WeightDecay decay =
                    train.find("weight_decay").map(WeightDecay::from).orElse(WeightDecay.NONE);
            Schedule schedule = train.choice("schedule", Schedule.class, Schedule.CONSTANT);
            // Last, for a range that it finds broken must not pass the keys above off as unknown.
            OptimizerSettings optimizer = OptimizerSettings.from(train);
            double rate = learningRate.map(Value::number).orElse(optimizer.usualLearningRate());
            return new TrainSettings(epochs, batch, optimizer, rate, decay, schedule);
        });
    }

    public OptimizerKind optimizer() {
        return optimizerSettings.kind();
    }

    /** SGD's momentum, in [0, 1); 0 for optimizers that have no such setting. */
    public double momentum() {
        return optimizerSettings instanceof SgdSettings sgd ? sgd.momentum() : 0;
    }

    private static void atLeastOne(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1, got " + value);
        }
    }
}
