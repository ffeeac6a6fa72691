package io.augstream.train;

import io.augstream.settings.Section;

/**
 * An exponential moving average of the weights (Polyak and Juditsky, "Acceleration of stochastic approximation by
 * averaging", 1992), which is scored and kept in their place while the training goes on with the weights themselves: after
 * step t = 0, 1, … it is a ← d·a + (1 − d)·w, beginning with a = w after the first one, as PyTorch's
 * {@code AveragedModel} does. The running statistics of batch norm are averaged alike, as timm's {@code ModelEma} does, for
 * they belong to the weights.
 *
 * @param decay in (0, 1): the average remembers about 1 / (1 − decay) steps
 * @param warmup whether d = min(decay, (1 + t) / (10 + t)), as in TensorFlow's {@code ExponentialMovingAverage}, so that a
 *     short training's average is not full of its first steps; otherwise d = decay
 */
public record WeightAverage(double decay, boolean warmup) {
    public WeightAverage {
        if (!(decay > 0 && decay < 1)) {
            throw new IllegalArgumentException("decay must lie in (0, 1), got " + decay);
        }
    }

    /** From {@code {decay: 0.999}}, which is also the default. */
    static WeightAverage from(Section section) {
        return section.build(
                settings -> new WeightAverage(settings.number("decay", 0.999), settings.flag("warmup", true)));
    }

    /** d of step {@code number}, from 0. */
    double decayAt(long number) {
        if (number == 0) {
            return 0;
        }
        return warmup ? Math.min(decay, (1.0 + number) / (10.0 + number)) : decay;
    }
}
