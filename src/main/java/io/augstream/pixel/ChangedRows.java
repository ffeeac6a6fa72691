package io.augstream.pixel;

/** Rows whose samples are changed where they stand. */
public final class ChangedRows implements Rows {
    /** What is done to one row. */
    @FunctionalInterface
    public interface Change {
        /**
         * @param samples of the row, from {@code at} on
         * @param row its number, from 0 at the top
         */
        void change(byte[] samples, int at, int row);
    }

    private final Rows source;
    private final Change change;
    private int row;

    public ChangedRows(Rows source, Change change) {
        this.source = source;
        this.change = change;
    }

    @Override
    public int width() {
        return source.width();
    }

    @Override
    public int height() {
        return source.height();
    }

    @Override
    public int channels() {
        return source.channels();
    }

    @Override
    public void next(byte[] to, int at) {
        source.next(to, at);
        change.change(to, at, row++);
    }
}
