package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
    private static final int CLASSES = 3;

    static List<Loss> losses() {
        return List.of(new SoftmaxCrossEntropy(), new SoftmaxCrossEntropy(0.2), new MeanSquaredError());
    }

    /** (0.5² + 0.5² + 1² + 0² + 1² + 2²) / 6, and 2/6 of each error. */
    @Test
    void meanSquaredErrorIsTheMeanOverAllOutputs() {
        float[] gradient = new float[6];
        double loss =
                new MeanSquaredError().loss(new float[] {0.5f, 0.5f, 1, 0, 2, 2}, new int[] {0, 1}, CLASSES, gradient);
        assertEquals(6.5 / 6, loss, 1e-15);
        float third = 1f / 3;
        assertArrayEquals(new float[] {-third / 2, third / 2, third, 0, third, 2 * third}, gradient, 1e-7f);
    }

    /** With ε = 0.3 and three classes q is (0.8, 0.1, 0.1), and of equal logits every −log p is log 3. */
    @Test
    void smoothingSpreadsItsShareOverAllClasses() {
        float[] gradient = new float[CLASSES];
        double loss = new SoftmaxCrossEntropy(0.3).loss(new float[CLASSES], new int[] {0}, CLASSES, gradient);
        assertEquals(Math.log(3), loss, 1e-12);
        assertArrayEquals(new float[] {1f / 3 - 0.8f, 1f / 3 - 0.1f, 1f / 3 - 0.1f}, gradient, 1e-7f);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aLabelIsTheSoftTargetThatIsOneAtItsClass(Loss loss) {
        float[] outputs = RandomValues.floats(4 * CLASSES, 5);
        int[] labels = {2, 0, 1, 1};
        float[] targets = new float[4 * CLASSES];
        for (int i = 0; i < labels.length; i++) {
            targets[i * CLASSES + labels[i]] = 1;
        }
        float[] hard = new float[outputs.length];
        float[] soft = new float[outputs.length];
        assertEquals(loss.loss(outputs, labels, CLASSES, hard), loss.loss(outputs, targets, 4, CLASSES, soft), 1e-12);
        assertArrayEquals(hard, soft, 1e-7f);
        assertEquals(loss.loss(outputs, labels, CLASSES, hard), loss.loss(outputs, labels, CLASSES), 0);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void whatIsNoClassIsRefused(Loss loss) {
        for (int label : new int[] {-1, 3}) {
            String message = String.valueOf(assertThrows(
                            IllegalArgumentException.class,
                            () -> loss.loss(new float[3], new int[] {label}, CLASSES, new float[3]))
                    .getMessage());
            assertEquals("label " + label + " is not one of 3 classes", message);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.4, 0", "1.2, -0.2, 0", "NaN, 1, 0"})
    void softTargetsThatAreNoDistributionAreRefused(float a, float b, float c) {
        for (Loss loss : losses()) {
            String message = String.valueOf(assertThrows(
                            IllegalArgumentException.class,
                            () -> loss.loss(new float[3], new float[] {a, b, c}, 1, CLASSES, new float[3]))
                    .getMessage());
            assertTrue(message.startsWith("soft targets"), message);
        }
    }

    @Test
    void scoringKnowsNoSmoothing() {
        assertEquals(new SoftmaxCrossEntropy(0), new SoftmaxCrossEntropy(0.1).forScoring());
        assertEquals(new MeanSquaredError(), new MeanSquaredError().forScoring());
    }
}
