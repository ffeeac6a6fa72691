package io.augstream.pixel;

/**
 * Rows through a {@link RowFilter}. Takes its source's rows {@code radius} ahead, and keeps the last 2 · radius + 1 of them for those
 * that an edge shows again.
 */
public final class FilteredRows extends RowsOfRows {
    private final RowFilter filter;
    private final Edge edge;
    private final int radius;
    private final int length;
    private final int kept;
    private final byte[] ring;
    private int taken;
    private int pushed;

    /**
     * @param edge what stands above and below; not {@link Edge#WRAP}, which shows the last rows before the first: {@link #canFilter}
     * @param kernel as of a {@link RowFilter}
     */
    public FilteredRows(Rows source, double[] kernel, Edge edge, Scratch scratch) {
        super(source);
        this.edge = edge;
        radius = kernel.length / 2;
        length = source.width() * source.channels();
        filter = new RowFilter(
                kernel, source.width(), source.channels(), outside(source.width(), radius, edge), scratch);
        kept = Math.min(source.height(), kernel.length);
        ring = scratch.bytes(Math.multiplyExact(kept, length));
        pushed = -radius;
    }

    /** Whether rows can be filtered as they come. */
    public static boolean canFilter(Edge edge) {
        return edge != Edge.WRAP;
    }

    /** The columns seen left of a picture, the nearest first, then those right of it. */
    private static int[] outside(int width, int radius, Edge edge) {
        int[] columns = new int[2 * radius];
        for (int step = 0; step < radius; step++) {
            columns[step] = edge.index(-1 - step, width);
            columns[radius + step] = edge.index(width + step, width);
        }
        return columns;
    }

    @Override
    public void next(byte[] to, int at) {
        int below = Math.max(pushed + 1, radius + 1);
        while (pushed < below) {
            push(pushed++);
        }
        filter.pull(to, at);
    }

    private void push(int row) {
        int seen = edge.index(row, source.height());
        if (seen == Edge.FILL) {
            filter.pushBlack();
            return;
        }
        while (taken <= seen) {
            source.next(ring, taken++ % kept * length);
        }
        filter.push(ring, seen % kept * length);
    }
}
