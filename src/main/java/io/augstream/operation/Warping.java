package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.NearestWarp;
import io.augstream.pixel.Raster;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import io.augstream.pixel.Warp;
import io.augstream.pixel.WindowRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How operations draw images of one size and number of channels anew, by one interpolation along a map that keeps lines
 * straight. Several in a row are one look at the source: the frames in between, and what is seen beside
 * them, stay where they were, but their pixels are not made.
 */
public final class Warping {
    /** From the source on. */
    private final List<View> views;

    private final Interpolation interpolation;

    private Warping(List<View> views, Interpolation interpolation) {
        this.views = List.copyOf(views);
        this.interpolation = interpolation;
    }

    /**
     * Nothing where picture or positions are too large for a {@link Warp}.
     *
     * @throws MisfitException if the fill does not fit the channels, or no array holds the result
     * @param fill the level of {@link Border#CONSTANT} for each channel
     */
    static Optional<Warping> of(
            AffineMap map,
            ImageSize source,
            ImageSize result,
            int channels,
            Interpolation interpolation,
            Border border,
            Fill fill) {
        int unused = Limits.samples(result, channels);
        View view = new View(map, source, result, border, fill.forChannels(channels));
        return Optional.of(new Warping(List.of(view), interpolation)).filter(Warping::canDraw);
    }

    /** One that moves whole pixels within their frame, as a mirror does. */
    static Optional<Warping> within(AffineMap map, ImageSize size, int channels) {
        return of(map, size, size, channels, Interpolation.NEAREST, Border.CONSTANT, Fill.ZERO);
    }

    public ImageSize result() {
        return last().result;
    }

    private View last() {
        return views.get(views.size() - 1);
    }

    /**
     * This one, and then another one of its result. Nothing where the two interpolate differently: that takes two.
     */
    public Optional<Warping> then(Warping next) {
        if (interpolation != next.interpolation && !hitsPixels() && !next.hitsPixels()) {
            return Optional.empty();
        }
        List<View> all = new ArrayList<>(views.subList(0, views.size() - 1));
        View before = last();
        View after = next.views.get(0);
        if (before.reorders()) {
            // A mirror's borders are the mirror images of those before it.
            all.add(before.framedAs(after).through(after));
        } else if (after.staysInside()) {
            all.add(before.through(after));
        } else {
            all.add(before);
            all.add(after);
        }
        all.addAll(next.views.subList(1, next.views.size()));
        return Optional.of(new Warping(all, hitsPixels() ? next.interpolation : interpolation))
                .filter(Warping::canDraw);
    }

    /** Whether there is nothing to interpolate. */
    private boolean hitsPixels() {
        return views.stream().allMatch(View::hitsPixels);
    }

    private boolean canDraw() {
        return views.stream().allMatch(view -> view.map.canWarp(view.source, view.result));
    }

    /** @param image of bytes, of the source's size, and of the channels that this was made for */
    public Rows rows(Image image, Scratch scratch) {
        Raster raster = Pictures.raster(image);
        View first = views.get(0);
        if (views.size() == 1 && first.isWindow()) {
            return new WindowRows(
                    raster,
                    first.border.edge,
                    first.fill,
                    (int) first.left(),
                    (int) first.top(),
                    (int) first.map.yy(),
                    first.result.width(),
                    first.result.height());
        }
        Resampling resampling = resampling(image);
        return new WarpedRows(views, drawing(image, resampling, scratch), lookup(image, resampling));
    }

    /** @param image of any depth, which is kept; else as for {@link #rows} */
    public Image image(Image image) {
        Lookup lookup = lookup(image, resampling(image));
        Canvas canvas = Canvas.like(image, result());
        int to = 0;
        for (int y = 0; y < result().height(); y++) {
            for (int x = 0; x < result().width(); x++) {
                for (double level : lookup.levels(x, y)) {
                    canvas.put(to++, level);
                }
            }
        }
        return canvas.image();
    }

    private Resampling resampling(Image image) {
        View first = views.get(0);
        return new Resampling(image, interpolation, first.border, first.fill);
    }

    private Lookup lookup(Image image, Resampling resampling) {
        return new Lookup(views, resampling, interpolation != Interpolation.NEAREST, image);
    }

    private WarpedRows.Drawing drawing(Image image, Resampling resampling, Scratch scratch) {
        Raster raster = Pictures.raster(image);
        View first = views.get(0);
        return switch (interpolation) {
            case NEAREST -> new NearestWarp(raster, first.border.edge, first.fill)::row;
            case BILINEAR -> new Warp(raster, first.border.edge, first.fill, result().width(), scratch)::row;
            case BICUBIC -> resampling::row;
        };
    }
}
