package io.augstream.pixel;

/** Rows whose samples are changed where they stand. */
public final class ChangedRows extends RowsOfRows {
    /** What is done to one row. */
    @FunctionalInterface
    public interface Change {
        /**
         * @param samples of the row, from {@code at} on
         * @param row its number, from 0 at the top
         */
        void change(byte[] samples, int at, int row);
    }

    private final Change change;
    private int row;

    public ChangedRows(Rows source, Change change) {
        super(source);
        this.change = change;
    }

    @Override
    public void next(byte[] to, int at) {
        source.next(to, at);
        change.change(to, at, row++);
    }
}
