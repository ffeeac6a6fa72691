package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import io.augstream.nn.Workers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdamTest {
    private static final AdamSettings COUPLED = new AdamSettings(false, 0.9, 0.999, 1e-8);
    private static final AdamSettings DECOUPLED = new AdamSettings(true, 0.9, 0.999, 1e-8);

    /** Bias correction makes m̂ = g and v̂ = g² at every step, so each moves by the rate, whatever the gradient's size. */
    @Test
    void underAConstantGradientEachStepIsTheRate() {
        for (float gradient : new float[] {1e-3f, 2f, 500f}) {
            Parameter parameter = parameter(ParameterKind.WEIGHT, 0f, gradient);
            Adam adam = new Adam(List.of(parameter), COUPLED, WeightDecay.NONE, Workers.ALONE);
            for (int step = 1; step <= 20; step++) {
                adam.step(0.01);
                assertEquals(-0.01 * step, parameter.value()[0], 1e-4 * 0.01 * step);
            }
        }
    }

    /** With ε = 1 outside the root the first step is rate · g / (g + 1); inside it would be rate · g / √(g² + 1). */
    @Test
    void epsilonStandsOutsideTheRoot() {
        Parameter parameter = parameter(ParameterKind.WEIGHT, 0f, 3f);
        new Adam(List.of(parameter), new AdamSettings(false, 0.9, 0.999, 1), WeightDecay.NONE, Workers.ALONE).step(0.1);
        assertEquals(-0.1 * 3 / 4, parameter.value()[0], 1e-6);
    }

    /** Coupled, λ·w is all the gradient there is, and Adam makes a whole step of it. */
    @Test
    void coupledDecayIsNormalisedAsTheGradientIs() {
        Parameter parameter = parameter(ParameterKind.WEIGHT, 4f, 0f);
        new Adam(List.of(parameter), COUPLED, new WeightDecay(0.5, Set.of()), Workers.ALONE).step(0.2);
        assertEquals(4 - 0.2, parameter.value()[0], 1e-6);
    }

    /** With ∂E/∂w = 0, w_t = (1 − rate·λ)^t·w_0. */
    @Test
    void decoupledDecayAloneShrinksGeometrically() {
        Parameter parameter = parameter(ParameterKind.WEIGHT, 4f, 0f);
        Adam adam = new Adam(List.of(parameter), DECOUPLED, new WeightDecay(0.5, Set.of()), Workers.ALONE);
        for (int step = 0; step < 10; step++) {
            adam.step(0.2);
        }
        assertEquals(4 * Math.pow(0.9, 10), parameter.value()[0], 1e-6);
    }

    @Test
    void excludedKindsDoNotDecay() {
        WeightDecay decay = new WeightDecay(0.5, Set.of(ParameterKind.BIAS));
        for (AdamSettings settings : List.of(COUPLED, DECOUPLED)) {
            Parameter bias = parameter(ParameterKind.BIAS, 1f, 0f);
            new Adam(List.of(bias), settings, decay, Workers.ALONE).step(0.2);
            assertEquals(1f, bias.value()[0]);
        }
    }

    private static Parameter parameter(ParameterKind kind, float value, float gradient) {
        return new Parameter(kind.name(), kind, new float[] {value}, new float[] {gradient});
    }
}
