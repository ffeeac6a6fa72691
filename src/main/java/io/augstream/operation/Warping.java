package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Edge;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import io.augstream.pixel.Warp;
import io.augstream.pixel.WarpedRows;
import java.util.Optional;

/**
 * How an operation draws images of one size and number of channels anew, each pixel linear between its four neighbours along a
 * map that keeps lines straight. Two in a row can be one, where no pixel shows what is outside of the picture in between.
 */
public final class Warping {
    private final AffineMap map;
    private final ImageSize source;
    private final ImageSize result;
    private final Edge edge;
    private final int[] fill;
    /** Whether each pixel is one of the source as it is, and none lies outside. */
    private final boolean exact;

    private Warping(AffineMap map, ImageSize source, ImageSize result, Edge edge, int[] fill, boolean exact) {
        this.map = map;
        this.source = source;
        this.result = result;
        this.edge = edge;
        this.fill = fill;
        this.exact = exact;
    }

    /**
     * Nothing where picture or positions are too large for a {@link Warp}.
     *
     * @throws MisfitException if the fill does not fit the channels, or no array holds the result
     * @param fill the level of {@link Border#CONSTANT} for each channel
     */
    static Optional<Warping> of(
            AffineMap map, ImageSize source, ImageSize result, int channels, Border border, Fill fill) {
        int unused = Limits.samples(result, channels);
        Warping warping = new Warping(map, source, result, border.edge, fill.forChannels(channels), false);
        return Optional.of(warping).filter(Warping::canDraw);
    }

    /** One that moves whole pixels within their frame, as a mirror does. */
    static Optional<Warping> within(AffineMap map, ImageSize size, int channels) {
        Warping warping = new Warping(map, size, size, Edge.CONSTANT, new int[channels], true);
        return Optional.of(warping).filter(Warping::canDraw);
    }

    private boolean canDraw() {
        return map.canWarp(source, result);
    }

    public ImageSize result() {
        return result;
    }

    /** Whether pixels are made of others, or of what is outside. */
    public boolean interpolates() {
        return !exact;
    }

    /** This one, and then another one of its result; nothing where that takes two. Borders look the same in a mirror. */
    public Optional<Warping> then(Warping next) {
        if (!exact && !next.exact) {
            return Optional.empty();
        }
        Warping outside = exact ? next : this;
        Warping both =
                new Warping(map.after(next.map), source, next.result, outside.edge, outside.fill, exact && next.exact);
        return Optional.of(both).filter(Warping::canDraw);
    }

    /** @param image of the source's size, and of the channels that this was made for */
    public Rows rows(Image image, Scratch scratch) {
        return new WarpedRows(
                Pictures.raster(image), edge, fill, map.xx(), map.yx(), map, result.width(), result.height(), scratch);
    }
}
