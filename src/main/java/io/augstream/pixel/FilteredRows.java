package io.augstream.pixel;

/** Rows through a {@link RowFilter}. Takes its source's rows as far ahead as the kernel reaches. */
public final class FilteredRows extends RowsOfRows {
    private final RowFilter filter;
    private final byte[] row;

    /**
     * @param edge what stands above and below; not {@link Edge#WRAP}, which shows the last rows before the first: {@link #canFilter}
     * @param kernel as of a {@link RowFilter}
     */
    public FilteredRows(Rows source, double[] kernel, Edge edge, Scratch scratch) {
        super(source);
        filter = new RowFilter(kernel, source.width(), source.height(), source.channels(), edge, scratch);
        row = scratch.bytes(Math.multiplyExact(source.width(), source.channels()));
    }

    /** Whether rows can be filtered as they come. */
    public static boolean canFilter(Edge edge) {
        return edge != Edge.WRAP;
    }

    @Override
    public void next(byte[] to, int at) {
        while (filter.pushed() < filter.wanted()) {
            source.next(row, 0);
            filter.push(row, 0);
        }
        filter.pull(to, at);
    }
}
