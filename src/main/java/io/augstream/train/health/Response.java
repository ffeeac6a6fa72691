package io.augstream.train.health;

import io.augstream.nn.Activation;
import io.augstream.nn.Relu;
import io.augstream.nn.SmoothActivation;
import org.jspecify.annotations.Nullable;

/** How what comes out of a layer can be stuck. */
enum Response {
    /** No activation follows. */
    LINEAR,
    /** At 0, where a ReLU hands no gradient back. */
    RECTIFIER,
    /** At either end, where the slope is next to nothing. */
    SIGMOID,
    TANH,
    /** Leaky, or without an end. */
    OTHER;

    /** Where the slope of a saturating activation is below this share of its greatest, a value counts as saturated. */
    private static final double SLOPE = 0.05;

    /** y(1 − y) = SLOPE / 4. */
    private static final double SIGMOID_END = (1 - StrictMath.sqrt(1 - SLOPE)) / 2;

    /** 1 − y² = SLOPE. */
    private static final double TANH_END = StrictMath.sqrt(1 - SLOPE);

    static Response of(@Nullable Activation activation) {
        if (activation == null) {
            return LINEAR;
        }
        if (activation instanceof Relu) {
            return RECTIFIER;
        }
        if (activation == SmoothActivation.SIGMOID) {
            return SIGMOID;
        }
        return activation == SmoothActivation.TANH ? TANH : OTHER;
    }

    /** What weights before it have to make of a signal so that it keeps its size: activations that cut off one side halve its square. */
    double neededGain() {
        return this == RECTIFIER || this == OTHER ? Math.sqrt(2) : 1;
    }

    boolean isSaturated(double y) {
        return switch (this) {
            case SIGMOID -> y < SIGMOID_END || y > 1 - SIGMOID_END;
            case TANH -> Math.abs(y) > TANH_END;
            case LINEAR, RECTIFIER, OTHER -> false;
        };
    }
}
