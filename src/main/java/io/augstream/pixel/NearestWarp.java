package io.augstream.pixel;

/** Draws parts of rows as a {@link Warp} does, but takes each pixel as it is from the place ⌊x + ½⌋, ⌊y + ½⌋. */
public final class NearestWarp {
    private final Raster source;
    private final Edge edge;
    private final byte[] fill;

    /** @param fill the level outside for each channel, each 0..255, for {@link Edge#CONSTANT} */
    public NearestWarp(Raster source, Edge edge, int[] fill) {
        this.source = source;
        this.edge = edge;
        this.fill = ByteWords.bytes(fill);
    }

    /** As {@link Warp#row} tells. */
    public void row(double x, double y, double right, double down, int count, byte[] samples, int to) {
        int channels = source.channels();
        int width = source.width();
        int height = source.height();
        for (int i = 0; i < count; i++) {
            int column = (int) Math.floor(x + i * right + 0.5);
            int row = (int) Math.floor(y + i * down + 0.5);
            boolean inside = column >= 0 && column < width && row >= 0 && row < height;
            if (!inside) {
                column = edge.index(column, width);
                row = edge.index(row, height);
            }
            pixel(column, row, samples, to + i * channels);
        }
    }

    private void pixel(int column, int row, byte[] samples, int to) {
        boolean fills = (column | row) < 0;
        byte[] levels = fills ? fill : source.samples();
        int from = fills ? 0 : row * source.rowLength() + column * source.channels();
        samples[to] = levels[from];
        if (source.channels() >= 3) {
            samples[to + 1] = levels[from + 1];
            samples[to + 2] = levels[from + 2];
        }
        if (source.channels() == 4) {
            samples[to + 3] = levels[from + 3];
        }
    }
}
