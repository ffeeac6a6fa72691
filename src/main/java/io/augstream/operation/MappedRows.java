package io.augstream.operation;

import io.augstream.image.ImageSize;
import io.augstream.pixel.Rows;

/** The rows of a picture drawn anew through any {@link PixelMap}. */
final class MappedRows implements Rows {
    /** Draws pixels from places of the source: {@link io.augstream.pixel.Warp#places} tells the parameters. */
    @FunctionalInterface
    interface Drawing {
        void places(double[] xs, double[] ys, int count, byte[] samples, int to);
    }

    private final Drawing drawing;
    private final PixelMap map;
    private final ImageSize size;
    private final int channels;
    private final double[] xs;
    private final double[] ys;
    private int row;

    /** @param size of what is drawn */
    MappedRows(Drawing drawing, PixelMap map, ImageSize size, int channels) {
        this.drawing = drawing;
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
        drawing.places(xs, ys, xs.length, to, at);
    }
}
