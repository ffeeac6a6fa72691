package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.random.RandomKey;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializerTest {
    private static final int COUNT = 100_000;
    private static final int FAN_IN = 30;
    private static final int FAN_OUT = 50;

    /** Intervals of four standard errors, from the fourth moments: 3σ⁴ of a normal, 1.8σ⁴ of a uniform distribution. */
    @ParameterizedTest
    @CsvSource({
        "HE_NORMAL, 30, 3.0",
        "HE_UNIFORM, 30, 1.8",
        "GLOROT_NORMAL, 80, 3.0",
        "GLOROT_UNIFORM, 80, 1.8",
        "HE_NORMAL_FAN_OUT, 50, 3.0",
        "HE_UNIFORM_FAN_OUT, 50, 1.8",
        "LECUN_NORMAL, 60, 3.0",
        "LECUN_UNIFORM, 60, 1.8"
    })
    void meanAndVarianceAreThoseOfTheFormula(VarianceScaling init, int fans, double kurtosis) {
        double[] weights = draw(init);
        double variance = 2.0 / fans;
        double mean = Arrays.stream(weights).average().orElseThrow();
        assertEquals(0, mean, 4 * Math.sqrt(variance / COUNT));
        double measured = Arrays.stream(weights).map(w -> w * w).average().orElseThrow();
        assertEquals(variance, measured, 4 * variance * Math.sqrt((kurtosis - 1) / COUNT));
    }

    @Test
    void uniformWeightsFillTheirIntervalAndStayInIt() {
        double bound = Math.sqrt(6.0 / (FAN_IN + FAN_OUT));
        double largest = Arrays.stream(draw(Initializer.GLOROT_UNIFORM))
                .map(Math::abs)
                .max()
                .orElseThrow();
        assertTrue(largest <= bound + 1e-7 && largest > 0.999 * bound, "largest " + largest + " of " + bound);
    }

    @Test
    void normalWeightsHaveNormalTails() {
        double sigma = Math.sqrt(2.0 / FAN_IN);
        long beyondTwo = Arrays.stream(draw(Initializer.HE_NORMAL))
                .filter(w -> Math.abs(w) > 2 * sigma)
                .count();
        // P(|z| > 2) = 0.0455.
        assertEquals(0.0455, (double) beyondTwo / COUNT, 4 * Math.sqrt(0.0455 * 0.9545 / COUNT));
    }

    @Test
    void normalAndUniformWeightsHaveTheWidthAskedFor() {
        double normal = meanSquare(draw(new NormalWeights(0.01)));
        assertEquals(1e-4, normal, 4 * 1e-4 * Math.sqrt(2.0 / COUNT));
        double[] uniform = draw(new UniformWeights(0.3));
        assertEquals(0.03, meanSquare(uniform), 4 * 0.03 * Math.sqrt(0.8 / COUNT));
        double largest = Arrays.stream(uniform).map(Math::abs).max().orElseThrow();
        assertTrue(largest <= 0.3 + 1e-7 && largest > 0.2999, "largest " + largest);
    }

    @Test
    void constantWeightsAreAllTheNumber() {
        for (double weight : draw(new ConstantWeights(-1.5))) {
            assertEquals(-1.5, weight, 0);
        }
    }

    /** The product of a matrix with itself turned over is gain² times the identity. */
    @ParameterizedTest
    @CsvSource({"7, 5", "5, 7", "6, 6", "40, 1"})
    void orthogonalWeightsAreOrthogonalAndAsLongAsTheGain(int fanIn, int outputs) {
        float[] weights = new float[fanIn * outputs];
        new OrthogonalWeights(1.5).fill(weights, fanIn, outputs, RandomKey.of(3));
        int vectors = Math.min(fanIn, outputs);
        for (int a = 0; a < vectors; a++) {
            for (int b = 0; b < vectors; b++) {
                double product = 0;
                for (int i = 0; i < Math.max(fanIn, outputs); i++) {
                    product += outputs <= fanIn
                            ? weights[i * outputs + a] * weights[i * outputs + b]
                            : weights[a * outputs + i] * weights[b * outputs + i];
                }
                assertEquals(a == b ? 2.25 : 0, product, 1e-5);
            }
        }
    }

    /** Sylvester's matrix of size 4, over its root: 1 1 1 1, 1 -1 1 -1, 1 1 -1 -1, 1 -1 -1 1. */
    @Test
    void hadamardWeightsAreTheCornerOfSylvestersMatrix() {
        float[] square = new float[16];
        new HadamardWeights(2).fill(square, 4, 4, RandomKey.of(3));
        assertArrayEquals(new float[] {1, 1, 1, 1, 1, -1, 1, -1, 1, 1, -1, -1, 1, -1, -1, 1}, square);

        float[] corner = new float[6];
        new HadamardWeights(2).fill(corner, 3, 2, RandomKey.of(4));
        assertArrayEquals(new float[] {1, 1, 1, -1, 1, 1}, corner);

        float[] one = new float[1];
        new HadamardWeights(2).fill(one, 1, 1, RandomKey.of(4));
        assertArrayEquals(new float[] {2}, one);
    }

    private static double meanSquare(double[] weights) {
        return Arrays.stream(weights).map(w -> w * w).average().orElseThrow();
    }

    @Test
    void weightsDependOnSeedAndNameAlone() {
        LayerSpec first = new Dense(4, true, Initializer.HE_NORMAL);
        Network one = Network.create(List.of(first, dense(3)), Shape.vector(5), 7);
        Network other = Network.create(List.of(first, dense(3)), Shape.vector(6), 7);
        assertEquals("1.dense.weight", one.parameters().get(2).name());
        assertArrayEquals(
                one.parameters().get(2).value(), other.parameters().get(2).value());
        Network reseeded = Network.create(List.of(first, dense(3)), Shape.vector(5), 8);
        assertFalse(Arrays.equals(
                one.parameters().get(2).value(), reseeded.parameters().get(2).value()));
    }

    @Test
    void fansOfAConvolutionCountItsKernel() {
        Convolution convolution = new Convolution(64, 3, 1, 1, false, Initializer.GLOROT_UNIFORM);
        Network network = Network.create(List.of(convolution), new Shape(8, 8, 32), 1);
        float largest = 0;
        for (float weight : network.parameters().get(0).value()) {
            largest = Math.max(largest, Math.abs(weight));
        }
        double bound = Math.sqrt(6.0 / (9 * 32 + 9 * 64));
        assertTrue(largest <= bound + 1e-7 && largest > 0.999 * bound, "largest " + largest + " of " + bound);
    }

    private static Dense dense(int units) {
        return new Dense(units, true, Initializer.HE_NORMAL);
    }

    private static double[] draw(Initializer init) {
        float[] weights = new float[COUNT];
        init.fill(weights, FAN_IN, FAN_OUT, RandomKey.of(5).with(init.toString()));
        return RandomValues.toDoubles(weights);
    }

    /** 9 taps of 8 input channels a group, though 64 channels go in. */
    @Test
    void fanInOfAConvolutionInGroupsIsThatOfOneGroup() {
        Convolution convolution = new Convolution(512, 3, 1, 1, 8, false, Initializer.HE_NORMAL, 0);
        Network network = Network.create(List.of(convolution), new Shape(4, 4, 64), 3);
        float[] weights = network.parameters().get(0).value();
        assertEquals(9 * 8 * 512, weights.length);
        double squares = 0;
        for (float weight : weights) {
            squares += weight * weight;
        }
        double variance = 2.0 / (9 * 8);
        assertEquals(variance, squares / weights.length, 4 * variance * Math.sqrt(2.0 / weights.length));
    }

    @Test
    void biasesStartWhereTheyAreTold() {
        Network network = Network.create(
                List.of(
                        new Convolution(2, 3, 1, 1, 1, true, Initializer.HE_NORMAL, 1),
                        new Dense(3, true, Initializer.HE_NORMAL, -0.5),
                        new Dense(2, true, Initializer.HE_NORMAL)),
                new Shape(4, 4, 1),
                3);
        assertArrayEquals(new float[] {1, 1}, network.parameters().get(1).value());
        assertArrayEquals(
                new float[] {-0.5f, -0.5f, -0.5f}, network.parameters().get(3).value());
        assertArrayEquals(new float[] {0, 0}, network.parameters().get(5).value());
    }
}
