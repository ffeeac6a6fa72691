package io.augstream.pixel;

/** The rows of a picture drawn anew through a map that keeps lines straight. */
public final class WarpedRows implements Rows {
    /** Where rows begin: the map, row by row. */
    public interface Starts {
        /** Source column of the row's first pixel. */
        double column(int row);

        /** Its source row. */
        double row(int row);
    }

    private final Warp warp;
    private final Starts starts;
    private final int width;
    private final int height;
    private final int channels;
    private int row;

    /**
     * @param fill as of a {@link Warp}, like the steps
     * @param width of what is drawn, in pixels; {@code height} likewise
     */
    public WarpedRows(
            Raster source,
            Edge edge,
            int[] fill,
            double stepX,
            double stepY,
            Starts starts,
            int width,
            int height,
            Scratch scratch) {
        warp = new Warp(source, edge, fill, stepX, stepY, scratch.warp(width));
        this.starts = starts;
        this.width = width;
        this.height = height;
        channels = source.channels();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public void next(byte[] to, int at) {
        warp.row(starts.column(row), starts.row(row), width, to, at);
        row++;
    }
}
