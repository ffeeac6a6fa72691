package io.augstream.operation;

import io.augstream.image.ImageSize;
import io.augstream.pixel.Rows;

/** The rows of a picture of bytes drawn anew through any {@link PixelMap}. */
final class MappedRows implements Rows {
    private final Resampling resampling;
    private final PixelMap map;
    private final ImageSize size;
    private final int channels;
    private final double[] xs;
    private final double[] ys;
    private int row;

    /** @param size of what is drawn */
    MappedRows(Resampling resampling, PixelMap map, ImageSize size, int channels) {
        this.resampling = resampling;
        this.map = map;
        this.size = size;
        this.channels = channels;
        xs = new double[size.width()];
        ys = new double[size.width()];
    }

    @Override
    public int width() {
        return size.width();
    }

    @Override
    public int height() {
        return size.height();
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public void next(byte[] to, int at) {
        map.row(row++, xs, ys);
        for (int x = 0; x < xs.length; x++) {
            resampling.pixel(xs[x], ys[x], to, at + x * channels);
        }
    }
}
