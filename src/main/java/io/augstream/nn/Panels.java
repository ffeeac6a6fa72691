package io.augstream.nn;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * A block of the right operand of a product as panels of two vectors' width. A wide one is copied, panel after panel and
 * row after row, the order in which the innermost loop reads it; a narrow one whose columns fill whole vectors is read
 * where it lies.
 *
 * <p>Copied without vectors, on purpose: copying four floats at a time with 128-bit vectors here made the tiles, which use the
 * preferred width, ten times slower on Java 17, the compiler no longer seeing one species where the two share code.
 */
final class Panels {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

    /** Columns of a panel. */
    static final int WIDTH = 2 * LANES;

    /** Rows of the largest block: a panel of 192 · 32 floats is 24 KiB, half of a first-level cache. */
    static final int MOST_ROWS = 192;

    /** Columns up to which rows lie so close together that copying them gains nothing. */
    private static final int NARROW = 4 * WIDTH;

    private static final Offsets COLUMNS = Offsets.steps(WIDTH, 1);
    private static final Offsets HALF_OF_COLUMNS = Offsets.steps(LANES, 1);

    private static final Offsets COPIED_ROWS = Offsets.steps(MOST_ROWS, WIDTH);

    private final Matrix block;
    private final float[] copies;
    private final Offsets copiedRows;
    private final boolean inPlace;
    /** Made once, for all blocks of the left operand's rows. */
    private final Matrix[] panels;

    private Panels(Matrix block, boolean inPlace, Buffer buffer) {
        this.block = block;
        this.inPlace = inPlace;
        panels = new Matrix[(block.columns() + WIDTH - 1) / WIDTH];
        copies = inPlace ? block.values() : buffer.atLeast(panels.length * WIDTH * block.rows());
        copiedRows = inPlace ? block.rowOffsets() : COPIED_ROWS.range(0, block.rows());
    }

    /** @param block of at most {@link #MOST_ROWS} rows
     * @param buffer for the copies */
    static Panels of(Matrix block, Buffer buffer) {
        boolean wholeVectors = block.columnOffsets().areRun() && block.columns() % LANES == 0;
        Panels panels = new Panels(block, wholeVectors && block.columns() <= NARROW, buffer);
        if (!panels.inPlace) {
            panels.copy();
        }
        for (int i = 0; i < panels.panels.length; i++) {
            panels.panels[i] = panels.made(i * WIDTH);
        }
        return panels;
    }

    /** The panel that begins with column {@code first} of the block, a multiple of the {@link #WIDTH}. */
    Matrix panel(int first) {
        return panels[first / WIDTH];
    }

    private Matrix made(int first) {
        Offsets columns = inPlace && block.columns() - first < WIDTH ? HALF_OF_COLUMNS : COLUMNS;
        int offset = inPlace ? block.offset() + first : first * block.rows();
        return new Matrix(copies, offset, copiedRows, columns);
    }

    private void copy() {
        for (int first = 0; first < block.columns(); first += WIDTH) {
            int columns = Math.min(WIDTH, block.columns() - first);
            int start = first * block.rows();
            if (columns < WIDTH) {
                Arrays.fill(copies, start, start + WIDTH * block.rows(), 0f);
            }
            if (block.columnOffsets().areRun()) {
                copyRows(first, columns, start);
            } else {
                gatherRows(first, columns, start);
            }
        }
    }

    private void copyRows(int column, int columns, int start) {
        for (int k = 0; k < block.rows(); k++) {
            System.arraycopy(block.values(), block.index(k, column), copies, start + k * WIDTH, columns);
        }
    }

    private void gatherRows(int column, int columns, int start) {
        float[] from = block.values();
        int[] offsets = block.columnOffsets().table();
        for (int k = 0; k < block.rows(); k++) {
            int row = block.offset() + block.rowOffsets().at(k);
            for (int j = 0; j < columns; j++) {
                copies[start + k * WIDTH + j] = from[row + offsets[column + j]];
            }
        }
    }
}
