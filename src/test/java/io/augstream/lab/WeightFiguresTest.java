package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WeightFiguresTest {
    private static final double EXACT = 1e-12;

    /** ‖w‖₂ = 5, ‖w‖₁ = 7, n = 4: (2 − 7/5) / (2 − 1). */
    @Test
    void normAndSparsityAreOfAllWeightsAsOneVector() {
        WeightFigures figures = WeightFigures.of(List.of(weights(3, 0), weights(-4, 0)));

        assertEquals(5, figures.norm(), EXACT);
        assertEquals(0.6, figures.sparsity(), EXACT);
        assertEquals(0.5, figures.nearZero(), EXACT);
    }

    @Test
    void oneWeightAloneIsAsSparseAsItGets() {
        assertEquals(1, sparsity(0, 0, -0.3f, 0, 0), EXACT);
    }

    @Test
    void weightsOfOneSizeAreNotSparseAtAll() {
        assertEquals(0, sparsity(0.7f, -0.7f, -0.7f, 0.7f, 0.7f, 0.7f), EXACT);
    }

    @Test
    void sparsityIsBlindToScaleAndTheShareNearZeroIsNot() {
        WeightFigures large = WeightFigures.of(List.of(weights(0.5f, -0.25f, 0.125f)));
        WeightFigures small = WeightFigures.of(List.of(weights(0x1p-10f, -0x1p-11f, 0x1p-12f)));

        assertEquals(large.sparsity(), small.sparsity(), EXACT);
        assertEquals(0, large.nearZero());
        assertEquals(1, small.nearZero());
    }

    @Test
    void nearZeroIsBelowAThousandth() {
        assertEquals(
                2 / 3.0,
                WeightFigures.of(List.of(weights(0.00099f, -0.00099f, 0.00101f)))
                        .nearZero(),
                EXACT);
    }

    @Test
    void biasesScalesAndShiftsAreNoWeights() {
        Parameter bias = new Parameter("1.dense.bias", ParameterKind.BIAS, new float[] {9}, new float[1]);
        Parameter scale = new Parameter("2.batch_norm.scale", ParameterKind.NORM, new float[] {9}, new float[1]);

        assertEquals(WeightFigures.of(List.of(weights(3, 4))), WeightFigures.of(List.of(scale, weights(3, 4), bias)));
    }

    @Test
    void whereThereIsNothingToTellSparsityIsNone() {
        assertEquals(0, sparsity(0, 0, 0));
        assertEquals(0, sparsity(2));
        assertEquals(new WeightFigures(0, 0, 0), WeightFigures.of(List.of()));
    }

    private static double sparsity(float... weights) {
        return WeightFigures.of(List.of(weights(weights))).sparsity();
    }

    private static Parameter weights(float... values) {
        return new Parameter("1.dense.weight", ParameterKind.WEIGHT, values, new float[values.length]);
    }
}
