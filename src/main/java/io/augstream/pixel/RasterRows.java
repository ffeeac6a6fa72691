package io.augstream.pixel;

/** The rows of a picture that is there. */
public final class RasterRows implements Rows {
    private final Raster raster;
    private int at;

    public RasterRows(Raster raster) {
        this.raster = raster;
    }

    @Override
    public int width() {
        return raster.width();
    }

    @Override
    public int height() {
        return raster.height();
    }

    @Override
    public int channels() {
        return raster.channels();
    }

    @Override
    public void next(byte[] to, int toAt) {
        System.arraycopy(raster.samples(), skip(), to, toAt, raster.rowLength());
    }

    /** Where the next row begins in {@link #samples}, which then counts as taken. */
    int skip() {
        int start = at;
        at += raster.rowLength();
        return start;
    }

    byte[] samples() {
        return raster.samples();
    }
}
