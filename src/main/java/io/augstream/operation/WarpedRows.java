package io.augstream.operation;

import io.augstream.pixel.Warp;
import java.util.List;

/**
 * The rows of a picture drawn anew through one map after another. A row is drawn stretch by stretch: where places stay in one
 * cell of every frame on the way ({@link Coordinate}), all maps together are one map.
 */
final class WarpedRows extends DrawnRows {
    private final List<View> views;
    private final Drawing drawing;
    private final boolean blends;
    private final Coordinate x = new Coordinate();
    private final Coordinate y = new Coordinate();
    private final double[] filled;
    private int row;

    /** Pixels of the stretch. */
    private int count;
    /** Of the first pixel, how much is of the source. The rest is {@link #filled}, a level a channel. */
    private double share;
    /** Whether the share changes from pixel to pixel. */
    private boolean fades;

    /** Draws a stretch of pixels from the source: {@link Warp#row} tells the parameters. */
    @FunctionalInterface
    interface Drawing {
        void row(double x, double y, double right, double down, int count, byte[] to, int at);
    }

    /**
     * @param views from the source on, each of what the one before shows
     * @param drawing through the first view
     * @param blends whether it blends neighbours, fill among them
     */
    WarpedRows(List<View> views, int channels, Drawing drawing, boolean blends) {
        super(views.get(views.size() - 1).result, channels);
        this.views = views;
        this.drawing = drawing;
        this.blends = blends;
        filled = new double[channels];
    }

    @Override
    public void next(byte[] to, int at) {
        if (views.size() == 1) {
            AffineMap map = views.get(0).map;
            drawing.row(map.column(0, row), map.row(0, row), map.xx(), map.yx(), size.width(), to, at);
        } else {
            byStretches(to, at);
        }
        row++;
    }

    private void byStretches(byte[] to, int at) {
        int done = 0;
        while (done < size.width()) {
            look(done, size.width() - done);
            draw(done, count, to, at + done * channels());
            done += count;
        }
    }

    /** Follows a pixel of the result back to the source, and as many of the {@code most} from it on as go the same way. */
    private void look(int column, int most) {
        x.at = column;
        y.at = row;
        x.step = 1;
        y.step = 0;
        count = most;
        share = 1;
        fades = false;
        for (int channel = 0; channel < channels(); channel++) {
            filled[channel] = 0;
        }
        for (int i = views.size() - 1; i > 0 && share > 0; i--) {
            View view = views.get(i);
            pass(view.map);
            enter(view);
        }
        if (share > 0) {
            pass(views.get(0).map);
        }
    }

    private void pass(AffineMap map) {
        double right = x.at - map.outputX();
        double down = y.at - map.outputY();
        x.at = map.sourceX() + map.xx() * right + map.xy() * down;
        y.at = map.sourceY() + map.yx() * right + map.yy() * down;
        double stepX = x.step;
        double stepY = y.step;
        x.step = map.xx() * stepX + map.xy() * stepY;
        y.step = map.yx() * stepX + map.yy() * stepY;
    }

    private void enter(View view) {
        x.see(view.border.edge, view.source.width(), blends, count);
        y.see(view.border.edge, view.source.height(), blends, count);
        // Beyond one side all is fill, whatever the other coordinate does.
        if (x.share == 0 || y.share == 0) {
            count = Math.max(x.share == 0 ? x.alike : 1, y.share == 0 ? y.alike : 1);
        } else {
            count = Math.min(x.alike, y.alike);
        }
        double seen = x.share * y.share;
        for (int channel = 0; channel < channels() && seen < 1; channel++) {
            filled[channel] += share * (1 - seen) * view.fill[channel];
        }
        fades |= seen > 0 && seen < 1;
        share *= seen;
    }

    private void draw(int column, int pixels, byte[] to, int at) {
        boolean sees = share > 0;
        if (sees) {
            drawing.row(x.at, y.at, x.step, y.step, pixels, to, at);
        }
        if (sees && !fades) {
            return;
        }
        for (int i = 0; i < pixels; i++) {
            if (fades && i > 0) {
                look(column + i, 1);
            }
            blend(sees ? share : 0, to, at + i * channels());
        }
        count = pixels;
    }

    private void blend(double ofSource, byte[] to, int at) {
        for (int channel = 0; channel < channels(); channel++) {
            double level = ofSource > 0 ? ofSource * (to[at + channel] & 0xff) : 0;
            to[at + channel] = Levels.toByte(filled[channel] + level);
        }
    }
}
