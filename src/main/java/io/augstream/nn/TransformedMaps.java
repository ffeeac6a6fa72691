package io.augstream.nn;

import java.util.Arrays;

/**
 * Maps cut into tiles, and each tile transformed along its rows and along its columns: {@value #POINTS} x {@value #POINTS}
 * matrices, one for each pair of points, with a row for each tile and a column for each channel. Made some rows of tiles
 * at a time; those of all samples are numbered through.
 */
final class TransformedMaps {
    /** Points of a {@link Transform}. */
    static final int POINTS = 6;

    /** Keeps a tile's values at different points from falling into one set of a cache. */
    private static final int GAP = 16;

    private final Kernels kernels;
    private final Shape map;
    private final Transform transform;
    private final int padding;
    private final TileGrid grid;
    private final int width;

    /**
     * @param transform INPUT, or one of the GRADIENTs
     * @param padding zeros in front of a map's first row and column; as many as the grid needs follow the last ones
     */
    TransformedMaps(Kernels kernels, Shape map, Transform transform, int padding, TileGrid grid) {
        this.kernels = kernels;
        this.map = map;
        this.transform = transform;
        this.padding = padding;
        this.grid = grid;
        width = (grid.columns() - 1) * grid.step() + transform.from();
    }

    /** Floats from a matrix to the next, for so many rows of tiles. */
    static int plane(TileGrid grid, int channels, int rows) {
        return rows * grid.columns() * channels + GAP;
    }

    /** The matrices of {@code rows} rows of tiles from number {@code first} on, {@code plane} floats apart. */
    void scatter(Samples maps, int first, int rows, float[] to, int plane, Workspace workspace) {
        int channels = map.channels();
        int line = width * channels;
        float[] lines = workspace.lines.atLeast(POINTS * line);
        for (int row = 0; row < rows; row++) {
            transformRows(maps, first + row, lines, line, workspace);
            int tile = row * grid.columns() * channels;
            for (int i = 0; i < POINTS; i++) {
                kernels.transform(
                        transform,
                        new Lines(lines, i * line, channels, grid.step() * channels),
                        new Lines(to, i * POINTS * plane + tile, plane, channels),
                        grid.columns(),
                        channels);
            }
        }
    }

    private void transformRows(Samples maps, int row, float[] lines, int line, Workspace workspace) {
        int length = map.width() * map.channels();
        int before = padding * map.channels();
        for (int i = 0; i < POINTS; i++) {
            Arrays.fill(lines, i * line, i * line + before, 0f);
            Arrays.fill(lines, i * line + before + length, (i + 1) * line, 0f);
        }
        int top = row % grid.rows() * grid.step() - padding;
        int start = maps.at(row / grid.rows(), map.size()) + top * length;
        Lines inside = new Lines(maps.values(), start, length, 0);
        boolean whole = top >= 0 && top + transform.from() <= map.height();
        Lines from = whole ? inside : withZeros(inside, top, workspace);
        kernels.transform(transform, from, new Lines(lines, before, line, 0), 1, length);
    }

    /** A tile's rows, zeros in place of those above and below the map. */
    private Lines withZeros(Lines rows, int top, Workspace workspace) {
        int length = rows.step();
        float[] copy = workspace.strip.atLeast(transform.from() * length);
        for (int i = 0; i < transform.from(); i++) {
            if (top + i >= 0 && top + i < map.height()) {
                System.arraycopy(rows.values(), rows.at(i, 0), copy, i * length, length);
            } else {
                Arrays.fill(copy, i * length, (i + 1) * length, 0f);
            }
        }
        return new Lines(copy, 0, length, 0);
    }
}
