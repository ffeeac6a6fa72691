package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products against the chain of fused multiply-adds that defines them, bit by bit. */
class ProductTest {
    static Stream<Kernels> kernels() {
        return Stream.of(Kernels.scalar(), new VectorKernels());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void everyElementIsOneChainWhateverTheSize(Kernels kernels) {
        Workspace workspace = new Workspace();
        for (int size = 1; size <= 70; size++) {
            // Steps that are coprime to 70 pair every row count with ever other widths and depths.
            check(kernels, workspace, size, 1 + size * 11 % 70, 1 + size * 29 % 70);
            check(kernels, workspace, 1 + size * 3 % 70, size, 1 + size * 17 % 70);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void blocksOfTheInnerIndexAndOfRowsAndColumnsDoNotShow(Kernels kernels) {
        Workspace workspace = new Workspace();
        check(kernels, workspace, 5, 3, 385);
        check(kernels, workspace, 13, 40, 1000);
        check(kernels, workspace, 205, 33, 20);
        check(kernels, workspace, 7, 1100, 9);
        check(kernels, workspace, 14, 64, 800);
    }

    /** The patches of a 7 x 5 map with 3 channels that a 3 x 2 window sees at stride 2 and 1, and rows of c far apart. */
    @ParameterizedTest
    @MethodSource("kernels")
    void elementsMayLieAnywhereAndOverlap(Kernels kernels) {
        Offsets places = Offsets.grid(1, 0, 3, 2 * 15, 4, 3);
        Offsets taps = Offsets.grid(3, 15, 2, 3, 3, 1);
        assertEquals(30 + 2 * 3, places.at(6));
        assertEquals(15 + 3 + 2, taps.at(11));
        Matrix patches = new Matrix(RandomValues.floats(7 * 15, 1), 0, places, taps);
        for (int columns : new int[] {5, 16, 32, 40}) {
            checkScattered(kernels, patches, columns);
            checkScattered(kernels, patches.transposed(), columns);
        }
    }

    private static void checkScattered(Kernels kernels, Matrix a, int columns) {
        Matrix b = matrix(a.columns(), columns, false, 2);
        float[] c = new float[3 + a.rows() * 2 * columns];
        Offsets rows = Offsets.steps(a.rows(), 2 * columns);
        kernels.multiply(a, b, new Matrix(c, 3, rows, Offsets.steps(columns, 1)), new Workspace());
        float[] expected = chains(a, b, new float[3 + a.rows() * columns], false);
        for (int i = 0; i < a.rows(); i++) {
            int from = 3 + i * 2 * columns;
            float[] row = Arrays.copyOfRange(c, from, from + columns);
            assertArrayEquals(Arrays.copyOfRange(expected, 3 + i * columns, 3 + (i + 1) * columns), row);
            int gap = Math.min(columns, c.length - from - columns);
            assertArrayEquals(new float[gap], Arrays.copyOfRange(c, from + columns, from + columns + gap), "gap");
        }
    }

    @Test
    void operandsThatDoNotFitAreRefused() {
        Matrix a = Matrix.of(new float[6], 0, 2, 3);
        Matrix c = Matrix.of(new float[4], 0, 2, 2);
        Workspace workspace = new Workspace();
        assertThrows(IllegalArgumentException.class, () -> Kernels.scalar().multiply(a, a, c, workspace));
        assertThrows(IllegalArgumentException.class, () -> Matrix.of(new float[5], 0, 2, 3));
        Offsets backwards = Offsets.steps(3, -1);
        assertThrows(IllegalArgumentException.class, () -> new Matrix(new float[9], 1, backwards, backwards));
        Matrix gaps = Matrix.of(new float[4], 0, 2, 2).transposed();
        assertThrows(IllegalArgumentException.class, () -> Kernels.scalar().multiply(c, c, gaps, workspace));
    }

    @Test
    void theVectorKernelsAreSelectedWhereTheModuleIs() {
        assertEquals("vector", Kernels.selected().name());
        assertEquals(true, Kernels.describe().startsWith("vector kernels: "), Kernels.describe());
    }

    private static void check(Kernels kernels, Workspace workspace, int rows, int columns, int depth) {
        for (int layout = 0; layout < 4; layout++) {
            Matrix a = matrix(rows, depth, layout % 2 == 1, 1);
            Matrix b = matrix(depth, columns, layout / 2 == 1, 2);
            float[] old = RandomValues.floats(3 + rows * columns, 3);
            String what = kernels.name() + " " + rows + " x " + columns + " x " + depth + ", layout " + layout;

            float[] added = old.clone();
            kernels.multiplyAdd(a, b, Matrix.of(added, 3, rows, columns), workspace);
            assertArrayEquals(chains(a, b, old, true), added, what);

            float[] fresh = old.clone();
            kernels.multiply(a, b, Matrix.of(fresh, 3, rows, columns), workspace);
            assertArrayEquals(chains(a, b, old, false), fresh, what);
        }
    }

    private static Matrix matrix(int rows, int columns, boolean transposed, long key) {
        float[] values = RandomValues.floats(2 + rows * columns, key);
        return transposed ? Matrix.of(values, 2, columns, rows).transposed() : Matrix.of(values, 2, rows, columns);
    }

    private static float[] chains(Matrix a, Matrix b, float[] old, boolean add) {
        float[] c = old.clone();
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                int at = 3 + i * b.columns() + j;
                float sum = add ? old[at] : 0f;
                for (int k = 0; k < a.columns(); k++) {
                    sum = Math.fma(a.values()[a.index(i, k)], b.values()[b.index(k, j)], sum);
                }
                c[at] = sum;
            }
        }
        return c;
    }
}
