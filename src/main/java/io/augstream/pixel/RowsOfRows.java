package io.augstream.pixel;

/** Rows that are made of those of another picture of the same size. */
abstract class RowsOfRows implements Rows {
    final Rows source;

    RowsOfRows(Rows source) {
        this.source = source;
    }

    @Override
    public final int width() {
        return source.width();
    }

    @Override
    public final int height() {
        return source.height();
    }

    @Override
    public final int channels() {
        return source.channels();
    }
}
