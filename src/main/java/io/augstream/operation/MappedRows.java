package io.augstream.operation;

import io.augstream.image.ImageSize;

/** The rows of a picture drawn anew through any {@link PixelMap}. */
final class MappedRows extends DrawnRows {
    /** Draws pixels from places of the source: {@link io.augstream.pixel.Warp#places} tells the parameters. */
    @FunctionalInterface
    interface Drawing {
        void places(double[] xs, double[] ys, int count, byte[] samples, int to);
    }

    private final Drawing drawing;
    private final PixelMap map;
    private final double[] xs;
    private final double[] ys;
    private int row;

    /** @param size of what is drawn */
    MappedRows(Drawing drawing, PixelMap map, ImageSize size, int channels) {
        super(size, channels);
        this.drawing = drawing;
        this.map = map;
        xs = new double[size.width()];
        ys = new double[size.width()];
    }

    @Override
    public void next(byte[] to, int at) {
        map.row(row++, xs, ys);
        drawing.places(xs, ys, xs.length, to, at);
    }
}
