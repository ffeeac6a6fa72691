package io.augstream.pixel;

/** Rows whose pixels stand in the opposite order. */
public final class MirroredRows extends RowsOfRows {
    private final byte[] row;

    public MirroredRows(Rows source, Scratch scratch) {
        super(source);
        row = scratch.bytes(source.width() * source.channels());
    }

    @Override
    public void next(byte[] to, int at) {
        if (source instanceof RasterRows there) {
            LoopChoice.MIRROR.row(there.samples(), there.skip(), source.width(), source.channels(), to, at);
            return;
        }
        source.next(row, 0);
        LoopChoice.MIRROR.row(row, 0, source.width(), source.channels(), to, at);
    }
}
