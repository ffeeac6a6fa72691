package io.augstream.train.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that are made to be ill in one way each. */
final class CausesTest {
    /** A step of 128 points, 300 in all. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    4  | relu    | he_normal               | 1e-9 | 0   | SMALL_STEPS
                    16 | gelu    | he_normal               | 1e-9 | 0   | SMALL_STEPS
                    6  | relu    | he_normal               | 30   | 0   | LARGE_STEPS
                    2  | tanh    | glorot_uniform          | 30   | 0   | LARGE_STEPS
                    4  | sigmoid | glorot_uniform          | 1e-3 | 0   | SATURATION
                    16 | tanh    | '{normal: {sigma: 5}}'  | 0.01 | 0   | LARGE_WEIGHTS
                    6  | relu    | '{normal: {sigma: 1e-3}}' | 0.05 | 0 | SMALL_WEIGHTS
                    24 | tanh    | glorot_uniform          | 0.5  | 1   | WEIGHT_DECAY
                    3  | tanh    | zeros                   | 0.05 | 0   | ZERO_WEIGHTS
                    """)
    void theCauseIsHowItWasMade(int hidden, String activation, String init, double rate, double decay, Cause cause) {
        String block = "{dense: {units: 16, init: " + init + "}}, " + activation;
        assertEquals(cause, diagnosis(block, hidden, init, rate, decay).cause());
    }

    /** The last layer of each branch begins at 0, so that blocks begin as their shortcuts. */
    @Test
    void branchesThatBeginAtZeroAreNoCause() {
        String block = "{residual: {branch: [{dense: {units: 16}}, relu, {dense: {units: 16, init: zeros}}]}}";
        assertEquals(
                Cause.LARGE_STEPS,
                diagnosis("{dense: {units: 16}}, " + block, 1, "he_normal", 30, 0)
                        .cause());
    }

    private static Diagnosis diagnosis(String block, int hidden, String init, double rate, double decay) {
        String layers = "[flatten, " + String.join(", ", Collections.nCopies(hidden, block))
                + ", {dense: {units: classes, init: " + init + "}}]";
        String train = "{epochs: 15, batch: 128, learning_rate: " + rate + ", weight_decay: " + decay + "}";
        Diagnosis diagnosis = new KnownFate(layers, train, new Points(128, 20, 1), 1).diagnosis();
        assertTrue(diagnosis.verdict().isUnhealthy(), diagnosis.line());
        return diagnosis;
    }
}
