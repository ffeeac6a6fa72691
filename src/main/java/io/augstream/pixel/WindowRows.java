package io.augstream.pixel;

/** The rows of a window of a picture, exactly, from its top or from its bottom; outside of the picture its edges are seen. */
public final class WindowRows implements Rows {
    private final Raster source;
    private final Edge edge;
    private final byte[] fill;
    private final int left;
    private final int width;
    private final int height;
    /** The window's columns that lie within the picture: from the first to before the end. */
    private final int first;

    private final int end;
    private final int down;
    private int row;

    /**
     * @param fill the level outside for each channel, each 0..255, for {@link Edge#CONSTANT}
     * @param left source column of the window's first pixel, {@code top} its source row; both may lie outside
     * @param down from one row to the next: 1, or -1 where the picture stands on its head
     * @param width of the window, in pixels; {@code height} likewise
     */
    public WindowRows(Raster source, Edge edge, int[] fill, int left, int top, int down, int width, int height) {
        this.source = source;
        this.edge = edge;
        this.fill = ByteWords.bytes(fill);
        this.left = left;
        this.width = width;
        this.height = height;
        first = Math.max(0, Math.min(width, -left));
        end = Math.max(first, Math.min(width, source.width() - left));
        row = top;
        this.down = down;
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
        return source.channels();
    }

    @Override
    public void next(byte[] to, int at) {
        int seen = edge.index(row, source.height());
        row += down;
        outside(seen, 0, first, to, at);
        if (seen == Edge.FILL) {
            outside(seen, first, end, to, at);
        } else if (first < end) {
            int channels = source.channels();
            int from = seen * source.rowLength() + (left + first) * channels;
            System.arraycopy(source.samples(), from, to, at + first * channels, (end - first) * channels);
        }
        outside(seen, end, width, to, at);
    }

    private void outside(int seen, int from, int until, byte[] to, int at) {
        int channels = source.channels();
        for (int i = from; i < until; i++) {
            int column = edge.index(left + i, source.width());
            boolean fills = seen == Edge.FILL || column == Edge.FILL;
            byte[] levels = fills ? fill : source.samples();
            int level = fills ? 0 : seen * source.rowLength() + column * channels;
            for (int channel = 0; channel < channels; channel++) {
                to[at + i * channels + channel] = levels[level + channel];
            }
        }
    }
}
