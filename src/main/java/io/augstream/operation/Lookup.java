package io.augstream.operation;

import io.augstream.image.Depth;
import io.augstream.image.Image;
import java.util.Arrays;
import java.util.List;

/**
 * What pixels of a picture drawn anew through one map after another are, one at a time and in doubles: each blended of all that is seen
 * there, fill beside frames on the way and both ends of what wraps around among it.
 */
final class Lookup {
    private final List<View> views;
    private final Resampling source;
    private final boolean blends;
    private final boolean clips;
    /** For each view. */
    private final Coordinate[] xs;

    private final Coordinate[] ys;
    private final double[] levels;

    /**
     * @param views from the source on, each of what the one before shows
     * @param source what the first view looks at, {@code image} and what is beside it
     * @param blends whether it blends neighbours, fill among them
     */
    Lookup(List<View> views, Resampling source, boolean blends, Image image) {
        this.views = views;
        this.source = source;
        this.blends = blends;
        // A cubic overshoots. Whole numbers end where full scale does, before anything is blended with them.
        clips = image.depth() != Depth.FLOAT;
        levels = new double[image.channels()];
        xs = coordinates();
        ys = coordinates();
    }

    private Coordinate[] coordinates() {
        Coordinate[] made = new Coordinate[views.size()];
        Arrays.setAll(made, i -> new Coordinate());
        return made;
    }

    /** A level for each channel, on the scale of 0..255, unrounded; until the next call. */
    double[] levels(int column, int row) {
        Arrays.fill(levels, 0);
        add(views.size() - 1, column, row, 1);
        return levels;
    }

    /** As bytes. */
    void pixel(int column, int row, byte[] to, int at) {
        double[] seen = levels(column, row);
        for (int channel = 0; channel < seen.length; channel++) {
            to[at + channel] = Levels.toByte(seen[channel]);
        }
    }

    int channels() {
        return levels.length;
    }

    boolean blends() {
        return blends;
    }

    /** Adds what is seen at a place of a view's result. */
    private void add(int number, double column, double row, double share) {
        if (share == 0) {
            return;
        }
        View view = views.get(number);
        // As rows are drawn, so that a place half-way between two pixels falls to the same one.
        double x = view.map.column(0, row) + column * view.map.xx();
        double y = view.map.row(0, row) + column * view.map.yx();
        if (number == 0) {
            addSource(x, y, share);
            return;
        }
        Coordinate across = seen(xs[number], x, view, view.source.width());
        Coordinate down = seen(ys[number], y, view, view.source.height());
        double inside = across.share * down.share;
        for (int channel = 0; channel < levels.length; channel++) {
            levels[channel] += share * (1 - inside) * view.fill[channel];
        }
        double last = share * inside * (1 - down.seam);
        double first = share * inside * down.seam;
        add(number - 1, across.at, down.at, last * (1 - across.seam));
        add(number - 1, 0, down.at, last * across.seam);
        add(number - 1, across.at, 0, first * (1 - across.seam));
        add(number - 1, 0, 0, first * across.seam);
    }

    private Coordinate seen(Coordinate coordinate, double at, View view, int length) {
        coordinate.at = at;
        coordinate.step = 0;
        coordinate.see(view.border.edge, length, blends, 1);
        return coordinate;
    }

    private void addSource(double x, double y, double share) {
        source.look(x, y);
        for (int channel = 0; channel < levels.length; channel++) {
            double level = source.level(channel);
            levels[channel] += share * (clips ? Math.max(0, Math.min(255, level)) : level);
        }
    }
}
