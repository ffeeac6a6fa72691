package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Edge;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import io.augstream.pixel.WindowRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How operations draw images of one size and number of channels anew, each pixel linear between its four neighbours along a
 * map that keeps lines straight. Several in a row are one look at the source: the frames in between, and what is seen beside
 * them, stay where they were, but their pixels are not made.
 */
public final class Warping {
    /** From the source on. */
    private final List<View> views;

    private Warping(List<View> views) {
        this.views = List.copyOf(views);
    }

    /**
     * Nothing where picture or positions are too large for a {@link io.augstream.pixel.Warp}.
     *
     * @throws MisfitException if the fill does not fit the channels, or no array holds the result
     * @param fill the level of {@link Border#CONSTANT} for each channel
     */
    static Optional<Warping> of(
            AffineMap map, ImageSize source, ImageSize result, int channels, Border border, Fill fill) {
        int unused = Limits.samples(result, channels);
        return map.canWarp(source, result)
                ? Optional.of(
                        new Warping(List.of(new View(map, source, result, border.edge, fill.forChannels(channels)))))
                : Optional.empty();
    }

    /** One that moves whole pixels within their frame, as a mirror does. */
    static Optional<Warping> within(AffineMap map, ImageSize size, int channels) {
        return of(map, size, size, channels, Border.CONSTANT, Fill.ZERO);
    }

    public ImageSize result() {
        return last().result;
    }

    private View last() {
        return views.get(views.size() - 1);
    }

    /**
     * This one, and then another one of its result. Nothing where that takes two: of a picture that wraps around, pixels of both
     * ends are blended.
     */
    public Optional<Warping> then(Warping next) {
        List<View> all = new ArrayList<>(views.subList(0, views.size() - 1));
        View before = last();
        View after = next.views.get(0);
        if (before.reorders()) {
            // A mirror's borders are the mirror images of those before it.
            all.add(before.framedAs(after).through(after));
        } else if (after.staysInside()) {
            all.add(before.through(after));
        } else if (after.edge == Edge.WRAP) {
            return Optional.empty();
        } else {
            all.add(before);
            all.add(after);
        }
        all.addAll(next.views.subList(1, next.views.size()));
        return Optional.of(new Warping(all)).filter(Warping::canDraw);
    }

    private boolean canDraw() {
        return views.stream().allMatch(view -> view.map.canWarp(view.source, view.result));
    }

    /** @param image of the source's size, and of the channels that this was made for */
    public Rows rows(Image image, Scratch scratch) {
        View only = views.get(0);
        return views.size() == 1 && only.isWindow()
                ? new WindowRows(
                        Pictures.raster(image),
                        only.edge,
                        only.fill,
                        (int) only.left(),
                        (int) only.top(),
                        only.result.width(),
                        only.result.height())
                : new WarpedRows(Pictures.raster(image), views, scratch);
    }
}
