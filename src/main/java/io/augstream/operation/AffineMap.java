package io.augstream.operation;

import io.augstream.image.ImageSize;
import io.augstream.pixel.Warp;

/** A map from output pixels to the source that keeps lines straight: source = sourceCentre + M · (output − outputCentre). */
public record AffineMap(
        double sourceX, double sourceY, double outputX, double outputY, double xx, double xy, double yx, double yy)
        implements PixelMap {

    /**
     * The map of a picture turned by {@code turn} (counter-clockwise as displayed) about its centre onto the centre of
     * {@code output}. One output pixel spans {@code stepX} × {@code stepY} source pixels.
     */
    static AffineMap turned(ImageSize source, ImageSize output, Turn turn, double stepX, double stepY) {
        return new AffineMap(
                (source.width() - 1) / 2.0,
                (source.height() - 1) / 2.0,
                (output.width() - 1) / 2.0,
                (output.height() - 1) / 2.0,
                turn.cos() * stepX,
                -turn.sin() * stepY,
                turn.sin() * stepX,
                turn.cos() * stepY);
    }

    /** The map that moves nothing but the frame: the result's first pixel shows the source's at ({@code left}, {@code top}). */
    static AffineMap window(double left, double top) {
        return new AffineMap(left, top, 0, 0, 1, 0, 0, 1);
    }

    /** From the output of {@code next} to its source, and from there on by this one. */
    AffineMap after(AffineMap next) {
        Place source = back(new Place(next.sourceX, next.sourceY));
        return new AffineMap(
                source.x(),
                source.y(),
                next.outputX,
                next.outputY,
                xx * next.xx + xy * next.yx,
                xx * next.xy + xy * next.yy,
                yx * next.xx + yy * next.yx,
                yx * next.xy + yy * next.yy);
    }

    /** Where a place of the output looks in the source. */
    Place back(Place output) {
        double x = output.x() - outputX;
        double y = output.y() - outputY;
        return new Place(sourceX + xx * x + xy * y, sourceY + yx * x + yy * y);
    }

    /** The place of the output that looks there. */
    Place forth(Place source) {
        double determinant = determinant();
        double x = source.x() - sourceX;
        double y = source.y() - sourceY;
        return new Place(outputX + (yy * x - xy * y) / determinant, outputY + (xx * y - yx * x) / determinant);
    }

    /** Below 0 where left and right change places. */
    double determinant() {
        return xx * yy - xy * yx;
    }

    @Override
    public void row(int y, double[] xs, double[] ys) {
        double firstX = column(0, y);
        double firstY = row(0, y);
        // As rows are drawn, so that a place half-way between two pixels falls to the same one.
        for (int x = 0; x < xs.length; x++) {
            xs[x] = firstX + x * xx;
            ys[x] = firstY + x * yx;
        }
    }

    /** The source column that place (x, y) of the output looks at. */
    double column(double x, double y) {
        return sourceX + xx * (x - outputX) + xy * (y - outputY);
    }

    /** The source row that place (x, y) of the output looks at. */
    double row(double x, double y) {
        return sourceY + yx * (x - outputX) + yy * (y - outputY);
    }

    /** Whether {@link Warp} can draw all of {@code output}: neither picture nor positions are too large. */
    boolean canWarp(ImageSize source, ImageSize output) {
        int right = output.width() - 1;
        int bottom = output.height() - 1;
        return Warp.canDraw(source.width(), source.height())
                && isNear(0, 0)
                && isNear(right, 0)
                && isNear(0, bottom)
                && isNear(right, bottom);
    }

    private boolean isNear(int x, int y) {
        return Math.abs(column(x, y)) < Warp.FARTHEST && Math.abs(row(x, y)) < Warp.FARTHEST;
    }
}
