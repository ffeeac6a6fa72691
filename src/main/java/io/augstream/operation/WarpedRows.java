package io.augstream.operation;

import io.augstream.pixel.Warp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a picture drawn anew through one map after another. A row is drawn stretch by stretch: where places stay in one
 * cell of every frame on the way ({@link Coordinate}), all maps together are one map. Where a frame ends, within a pixel of it, pixels are
 * looked up one by one.
 */
final class WarpedRows extends DrawnRows {
    private final List<View> views;
    private final Drawing drawing;
    private final Lookup lookup;
    private final Coordinate x = new Coordinate();
    private final Coordinate y = new Coordinate();
    private int row;

    /** Pixels of the stretch. */
    private int count;
    /** Whether more than one place is seen at each pixel of it, or fill beside one. */
    private boolean isBlended;
    /** What is seen in all of it in the place of the source: the fill of a frame on the way. */
    private int @Nullable [] fill;

    /** Draws a stretch of pixels from the source: {@link Warp#row} tells the parameters. */
    @FunctionalInterface
    interface Drawing {
        void row(double x, double y, double right, double down, int count, byte[] to, int at);
    }

    /**
     * @param views from the source on, each of what the one before shows
     * @param drawing through the first view
     * @param lookup through all
     */
    WarpedRows(List<View> views, Drawing drawing, Lookup lookup) {
        super(views.get(views.size() - 1).result, lookup.channels());
        this.views = views;
        this.drawing = drawing;
        this.lookup = lookup;
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
            draw(done, to, at + done * channels());
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
        isBlended = false;
        fill = null;
        for (int i = views.size() - 1; i > 0 && !isBlended && fill == null; i--) {
            View view = views.get(i);
            pass(view.map);
            enter(view);
        }
        pass(views.get(0).map);
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
        x.see(view.border.edge, view.source.width(), lookup.blends(), count);
        y.see(view.border.edge, view.source.height(), lookup.blends(), count);
        // Beyond one side all is fill, whatever the other coordinate does.
        if (x.share == 0 || y.share == 0) {
            count = Math.max(x.share == 0 ? x.alike : 1, y.share == 0 ? y.alike : 1);
            fill = view.fill;
        } else {
            count = Math.min(x.alike, y.alike);
            isBlended = x.share * y.share < 1 || x.seam > 0 || y.seam > 0;
        }
    }

    private void draw(int column, byte[] to, int at) {
        int[] level = fill;
        if (level != null) {
            for (int i = 0; i < count * channels(); i++) {
                to[at + i] = (byte) level[i % channels()];
            }
        } else if (isBlended) {
            for (int i = 0; i < count; i++) {
                lookup.pixel(column + i, row, to, at + i * channels());
            }
        } else {
            drawing.row(x.at, y.at, x.step, y.step, count, to, at);
        }
    }
}
