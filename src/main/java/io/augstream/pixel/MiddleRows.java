package io.augstream.pixel;

/** The middle of rows: without so many pixels on each of the four sides. */
public final class MiddleRows implements Rows {
    private final Rows source;
    private final int margin;
    private final byte[] row;
    private int skipped;

    /** @param margin in pixels, less than half of either side */
    public MiddleRows(Rows source, int margin, Scratch scratch) {
        this.source = source;
        this.margin = margin;
        row = scratch.bytes(source.width() * source.channels());
    }

    @Override
    public int width() {
        return source.width() - 2 * margin;
    }

    @Override
    public int height() {
        return source.height() - 2 * margin;
    }

    @Override
    public int channels() {
        return source.channels();
    }

    @Override
    public void next(byte[] to, int at) {
        for (; skipped < margin; skipped++) {
            source.next(row, 0);
        }
        source.next(row, 0);
        System.arraycopy(row, margin * channels(), to, at, width() * channels());
    }
}
