package io.augstream.nn;

/** Maps out of the matrices of their tiles at each pair of points: the way back of {@link TransformedMaps}. */
final class TileOutputs {
    private static final int POINTS = TransformedMaps.POINTS;

    private final Kernels kernels;
    private final Shape map;
    private final Transform transform;
    private final TileGrid grid;

    /** @param transform one of the OUTPUTs */
    TileOutputs(Kernels kernels, Shape map, Transform transform, TileGrid grid) {
        this.kernels = kernels;
        this.map = map;
        this.transform = transform;
        this.grid = grid;
    }

    /**
     * Writes the pixels of {@code rows} rows of tiles from number {@code first} on.
     *
     * @param add whether to what the maps hold
     */
    void gather(float[] from, int plane, int first, int rows, boolean add, float[] maps, Workspace workspace) {
        int channels = map.channels();
        int line = grid.columns() * grid.step() * channels;
        float[] lines = workspace.lines.atLeast(POINTS * line);
        for (int row = 0; row < rows; row++) {
            int tile = row * grid.columns() * channels;
            for (int i = 0; i < POINTS; i++) {
                kernels.transform(
                        transform,
                        new Lines(from, i * POINTS * plane + tile, plane, channels),
                        new Lines(lines, i * line, channels, grid.step() * channels),
                        grid.columns(),
                        channels);
            }
            write(new Lines(lines, 0, line, 0), first + row, add, maps, workspace);
        }
    }

    /** By way of a strip: stores that go to four rows of a map in turn wait for memory, three times as long as the copy takes. */
    private void write(Lines lines, int row, boolean add, float[] maps, Workspace workspace) {
        int length = map.width() * map.channels();
        int top = row % grid.rows() * grid.step();
        int start = row / grid.rows() * map.size() + top * length;
        int inside = map.height() - top;
        float[] strip = workspace.strip.atLeast(grid.step() * length);
        kernels.transform(transform, lines, new Lines(strip, 0, length, 0), 1, length);
        int count = Math.min(inside, grid.step()) * length;
        if (add) {
            Rows.add(strip, 0, maps, start, count);
        } else {
            System.arraycopy(strip, 0, maps, start, count);
        }
    }
}
