package io.augstream.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.dataset.Batch;
import io.augstream.run.ConfusionMatrix.Confusion;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfusionMatrixTest {
    /** True class, and the logits of three classes; by hand: 0→0, 0→2, 0→2, 1→1, 2→0 (of equal ones the first). */
    private static final int[] LABELS = {0, 0, 0, 1, 2};

    private static final float[] LOGITS = {3, 1, 2, -1, -2, 0, 0, 0, 5, 0, 1, 0.5f, 7, 7, 7};

    private final ConfusionMatrix matrix = new ConfusionMatrix(3);

    ConfusionMatrixTest() {
        matrix.add(new Batch(new float[5], LABELS, 1, 1, 1), LOGITS);
    }

    @Test
    void countsTrueClassesAgainstWhatIsSaid() {
        assertEquals(List.of(List.of(1, 0, 2), List.of(0, 1, 0), List.of(1, 0, 0)), List.of(row(0), row(1), row(2)));
        assertEquals(List.of(3, 1, 1), List.of(matrix.images(0), matrix.images(1), matrix.images(2)));
    }

    @Test
    void addsUpOverBatches() {
        matrix.add(new Batch(new float[1], new int[] {1}, 1, 1, 1), new float[] {0, 0, 1});
        assertEquals(List.of(0, 1, 1), row(1));
    }

    @Test
    void addsUpOverSeeds() {
        ConfusionMatrix other = new ConfusionMatrix(3);
        other.add(new Batch(new float[1], new int[] {1}, 1, 1, 1), new float[] {0, 0, 1});
        matrix.add(other);
        assertEquals(List.of(0, 1, 1), row(1));
        assertEquals(List.of(1, 0, 2), row(0));
    }

    @Test
    void theWorstConfusionsComeFirst() {
        assertEquals(List.of(new Confusion(0, 2, 2, 2 / 3.0), new Confusion(2, 0, 1, 1)), matrix.worst(9));
        assertEquals(1, matrix.worst(1).size());
    }

    private List<Integer> row(int label) {
        return List.of(matrix.count(label, 0), matrix.count(label, 1), matrix.count(label, 2));
    }
}
