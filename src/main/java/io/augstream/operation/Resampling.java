package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import io.augstream.pixel.Warp;
import java.util.Arrays;
import java.util.Optional;

/**
 * Draws a picture anew through a {@link PixelMap}: every output pixel is interpolated from the source. In double arithmetic,
 * but for bytes between which it is linear: what {@link Warp} does nearly as exactly and many times faster.
 */
final class Resampling {
    private final Image source;
    private final Interpolation interpolation;
    private final Border border;
    private final int[] fill;
    private final double[] weightsX;
    private final double[] weightsY;
    /** Offsets of the neighbours' columns and rows in the source's samples; negative where the fill is seen. */
    private final int[] columns;

    private final int[] rows;

    /** @param fill the level outside for each channel */
    Resampling(Image source, Interpolation interpolation, Border border, int[] fill) {
        this.source = source;
        this.interpolation = interpolation;
        this.border = border;
        this.fill = fill;
        this.weightsX = new double[interpolation.taps];
        this.weightsY = new double[interpolation.taps];
        this.columns = new int[interpolation.taps];
        this.rows = new int[interpolation.taps];
    }

    static Image resample(
            Image source, ImageSize size, PixelMap map, Interpolation interpolation, Border border, Fill fill) {
        if (source.depth() != Depth.EIGHT_BIT) {
            return new Resampling(source, interpolation, border, fill.forChannels(source.channels()))
                    .through(map, size);
        }
        Scratch scratch = new Scratch();
        Optional<Rows> warped = map instanceof AffineMap affine
                ? Warping.of(affine, source.size(), size, source.channels(), interpolation, border, fill)
                        .map(warping -> warping.rows(source, scratch))
                : Optional.empty();
        return Pictures.image(warped.orElseGet(() -> rows(source, size, map, interpolation, border, fill, scratch)));
    }

    /** A part of a row of bytes: {@link io.augstream.pixel.Warp#row} tells the parameters. */
    void row(double x, double y, double right, double down, int count, byte[] samples, int to) {
        int at = to;
        for (int i = 0; i < count; i++) {
            pixel(x + i * right, y + i * down, samples, at);
            at += source.channels();
        }
    }

    /** What is seen at a place, as bytes. */
    void pixel(double x, double y, byte[] samples, int to) {
        look(x, y);
        for (int channel = 0; channel < source.channels(); channel++) {
            samples[to + channel] = Levels.toByte(level(channel));
        }
    }

    /** The rows of what {@link #resample} gives for a picture of bytes. */
    static Rows rows(
            Image source,
            ImageSize size,
            PixelMap map,
            Interpolation interpolation,
            Border border,
            Fill fill,
            Scratch scratch) {
        int channels = source.channels();
        int[] levels = fill.forChannels(channels);
        boolean blends = interpolation == Interpolation.BILINEAR && Warp.canDraw(source.width(), source.height());
        MappedRows.Drawing drawing = blends
                ? new Warp(Pictures.raster(source), border.edge, levels, size.width(), scratch)::places
                : new Resampling(source, interpolation, border, levels)::places;
        return new MappedRows(drawing, map, size, channels);
    }

    private void places(double[] xs, double[] ys, int count, byte[] samples, int to) {
        for (int i = 0; i < count; i++) {
            pixel(xs[i], ys[i], samples, to + i * source.channels());
        }
    }

    private Image through(PixelMap map, ImageSize size) {
        int channels = source.channels();
        int unused = Limits.samples(size, channels);
        Canvas canvas = Canvas.like(source, size);
        int to = 0;
        double[] xs = new double[size.width()];
        double[] ys = new double[size.width()];
        for (int y = 0; y < size.height(); y++) {
            map.row(y, xs, ys);
            for (int x = 0; x < size.width(); x++) {
                look(xs[x], ys[x]);
                for (int channel = 0; channel < channels; channel++) {
                    canvas.put(to++, level(channel));
                }
            }
        }
        return canvas.image();
    }

    /** Finds the neighbours of a place; those of what is no place, as {@link PixelMap} tells, are all fill. */
    void look(double x, double y) {
        int channels = source.channels();
        boolean nowhere = Double.isNaN(x);
        offsets(interpolation.weigh(nowhere ? 0 : x, weightsX), source.width(), channels, columns);
        offsets(interpolation.weigh(nowhere ? 0 : y, weightsY), source.height(), source.width() * channels, rows);
        if (nowhere) {
            Arrays.fill(rows, Border.FILL);
        }
    }

    private void offsets(int first, int length, int stride, int[] offsets) {
        for (int tap = 0; tap < offsets.length; tap++) {
            offsets[tap] = border.index(first + tap, length) * stride;
        }
    }

    /** The weighted mean of the neighbours found last. */
    double level(int channel) {
        double sum = 0;
        for (int j = 0; j < rows.length; j++) {
            double rowSum = 0;
            for (int i = 0; i < columns.length; i++) {
                boolean inside = rows[j] >= 0 && columns[i] >= 0;
                double level = inside ? source.level(rows[j] + columns[i] + channel) : fill[channel];
                rowSum += weightsX[i] * level;
            }
            sum += weightsY[j] * rowSum;
        }
        return sum;
    }
}
