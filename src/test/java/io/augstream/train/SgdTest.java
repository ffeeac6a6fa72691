package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import io.augstream.nn.Workers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SgdTest {
    @Test
    void withoutMomentumAStepIsRateTimesGradient() {
        Parameter parameter = parameter(ParameterKind.WEIGHT, 3f, 0.5f);
        new Sgd(List.of(parameter), new SgdSettings(0, false), WeightDecay.NONE, Workers.ALONE).step(0.1);
        assertEquals(3 - 0.1 * 0.5, parameter.value()[0], 1e-6);
    }

    /** v_t = g·(1 − μ^t) / (1 − μ), so after T steps w has moved by rate·g/(1−μ)·(T − μ·(1−μ^T)/(1−μ)). */
    @Test
    void underAConstantGradientMomentumFollowsTheGeometricSeries() {
        Parameter parameter = parameter(ParameterKind.WEIGHT, 0f, 2f);
        Sgd sgd = new Sgd(List.of(parameter), new SgdSettings(0.9, false), WeightDecay.NONE, Workers.ALONE);
        for (int step = 0; step < 15; step++) {
            sgd.step(0.01);
        }
        double expected = -0.01 * 2 / 0.1 * (15 - 0.9 * (1 - Math.pow(0.9, 15)) / 0.1);
        assertEquals(expected, parameter.value()[0], 1e-6);
    }

    /** At constant g, v_t is as above and step t moves by rate·(g + μ·v_t): one term of the series ahead. */
    @Test
    void nesterovIsOneStepAheadOfMomentumUnderAConstantGradient() {
        Parameter parameter = parameter(ParameterKind.WEIGHT, 0f, 2f);
        Sgd sgd = new Sgd(List.of(parameter), new SgdSettings(0.9, true), WeightDecay.NONE, Workers.ALONE);
        double velocity = 2;
        double expected = 0;
        for (int step = 0; step < 15; step++) {
            sgd.step(0.01);
            velocity = 2 + 0.9 * velocity;
            expected -= 0.01 * velocity;
        }
        assertEquals(expected, parameter.value()[0], 1e-6);
    }

    /** With ∂E/∂w = 0 and no momentum, w_t = (1 − rate·λ)^t·w_0. */
    @Test
    void decayAloneShrinksGeometrically() {
        Parameter parameter = parameter(ParameterKind.WEIGHT, 4f, 0f);
        Sgd sgd = new Sgd(List.of(parameter), new SgdSettings(0, false), new WeightDecay(0.5, Set.of()), Workers.ALONE);
        for (int step = 0; step < 10; step++) {
            sgd.step(0.2);
        }
        assertEquals(4 * Math.pow(0.9, 10), parameter.value()[0], 1e-6);
    }

    /** Under a constant gradient g, v_t = g·(1 − μ^t) / (1 − μ) whatever the decay, and w ← (1 − rate·λ)·w − rate·v_t. */
    @Test
    void decoupledDecayStaysOutOfTheMomentum() {
        Parameter parameter = parameter(ParameterKind.WEIGHT, 4f, 2f);
        Parameter bias = parameter(ParameterKind.BIAS, 4f, 0f);
        WeightDecay decay = new WeightDecay(0.5, Set.of(ParameterKind.BIAS), true);
        Sgd sgd = new Sgd(List.of(parameter, bias), new SgdSettings(0.9, false), decay, Workers.ALONE);
        double expected = 4;
        for (int step = 1; step <= 12; step++) {
            sgd.step(0.1);
            expected = (1 - 0.1 * 0.5) * expected - 0.1 * 2 * (1 - Math.pow(0.9, step)) / (1 - 0.9);
        }
        assertEquals(expected, parameter.value()[0], 1e-5);
        assertEquals(4f, bias.value()[0]);
    }

    /** g = 0: v stays 0, so that coupled decay with momentum would differ, and w_t = (1 − rate·λ)^t·w_0 as without it. */
    @Test
    void decoupledDecayAloneShrinksGeometricallyWithMomentumToo() {
        Parameter parameter = parameter(ParameterKind.WEIGHT, 4f, 0f);
        Sgd sgd = new Sgd(
                List.of(parameter), new SgdSettings(0.9, true), new WeightDecay(0.5, Set.of(), true), Workers.ALONE);
        for (int step = 0; step < 10; step++) {
            sgd.step(0.2);
        }
        assertEquals(4 * Math.pow(0.9, 10), parameter.value()[0], 1e-6);
    }

    @Test
    void excludedKindsDoNotDecay() {
        Parameter weight = parameter(ParameterKind.WEIGHT, 1f, 0f);
        Parameter bias = parameter(ParameterKind.BIAS, 1f, 0f);
        Parameter norm = parameter(ParameterKind.NORM, 1f, 0f);
        WeightDecay decay = new WeightDecay(0.5, Set.of(ParameterKind.BIAS));
        new Sgd(List.of(weight, bias, norm), new SgdSettings(0, false), decay, Workers.ALONE).step(0.2);
        assertEquals(0.9, weight.value()[0], 1e-6);
        assertEquals(1.0, bias.value()[0]);
        assertEquals(0.9, norm.value()[0], 1e-6);
    }

    private static Parameter parameter(ParameterKind kind, float value, float gradient) {
        return new Parameter(kind.name(), kind, new float[] {value}, new float[] {gradient});
    }
}
