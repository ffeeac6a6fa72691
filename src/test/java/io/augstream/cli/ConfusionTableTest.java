package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Batch;
import io.augstream.run.ConfusionMatrix;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ConfusionTableTest {
    @Test
    void aSmallMatrixIsShownWhole() {
        ConfusionMatrix matrix = matrix(3, new int[][] {{0, 0, 12}, {0, 2, 4}, {1, 1, 1000}});
        assertEquals(
                """
                Rows: true classes; columns: what the network says.
                class  cat  dog bird  right %
                cat     12    .    4     75.0
                dog      . 1000    .    100.0
                bird     .    .    .        -
                """,
                new ConfusionTable(matrix, List.of("cat", "dog", "bird")).written());
    }

    @Test
    void tenClassesOfTenThousandImagesFitEightyColumns() {
        List<String> names =
                List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
        String text = new ConfusionTable(matrix(10, new int[][] {{0, 0, 10_000}, {9, 1, 3}}), names).written();
        assertTrue(text.contains("automobile"), text);
        assertTrue(text.startsWith("Rows:"), text);
        assertEquals(List.of(), text.lines().filter(line -> line.length() > 80).toList());
    }

    @Test
    void ofManyClassesTheWorstConfusionsAreShown() {
        List<String> names = IntStream.range(0, 100)
                .mapToObj(i -> "a rather long name of class " + i)
                .toList();
        String text = new ConfusionTable(matrix(100, new int[][] {{5, 7, 3}, {5, 5, 1}, {8, 9, 40}, {1, 1, 9}}), names)
                .written();
        List<String> lines = text.lines().toList();
        assertEquals(4, lines.size(), text);
        assertTrue(lines.get(2).matches("a rather .*40 +100\\.0"), text);
        assertTrue(lines.get(3).matches("a rather .*3 +75\\.0"), text);
        assertEquals(
                List.of(), lines.stream().filter(line -> line.length() > 80).toList());
    }

    /** @param counts each a true class, what was said, and how often */
    private static ConfusionMatrix matrix(int classes, int[][] counts) {
        ConfusionMatrix matrix = new ConfusionMatrix(classes);
        for (int[] count : counts) {
            float[] logits = new float[classes];
            logits[count[1]] = 1;
            for (int i = 0; i < count[2]; i++) {
                matrix.add(new Batch(new float[1], new int[] {count[0]}, 1, 1, 1), logits);
            }
        }
        return matrix;
    }
}
