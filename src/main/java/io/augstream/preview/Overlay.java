package io.augstream.preview;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.targets.Box;
import io.augstream.targets.Keypoint;
import io.augstream.targets.Targets;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Paints what belongs to a picture on top of it: masks see-through with a rim, boxes with their labels, and points; each label and name
 * in a colour of its own.
 *
 * @param paper that shows the picture and nothing else
 * @param source the picture's size before it was made to fit
 */
record Overlay(Paper paper, ImageSize source, Palette palette) {
    private static final int LINE = 2;
    private static final int SEE_THROUGH = 115;
    private static final int POINT = 4;

    void paint(Targets targets) {
        targets.mask().ifPresent(this::mask);
        targets.boxes().forEach(this::box);
        targets.keypoints().forEach(this::point);
    }

    private void mask(Image mask) {
        SortedSet<Integer> labels = new TreeSet<>();
        for (int y = 0; y < paper.size().height(); y++) {
            for (int x = 0; x < paper.size().width(); x++) {
                labels.add(label(mask, x, y));
            }
        }
        labels.remove(0);
        labels.forEach(palette::of);
        for (int y = 0; y < paper.size().height(); y++) {
            for (int x = 0; x < paper.size().width(); x++) {
                int label = label(mask, x, y);
                if (label != 0) {
                    boolean rim = label != label(mask, x - 1, y)
                            || label != label(mask, x + 1, y)
                            || label != label(mask, x, y - 1)
                            || label != label(mask, x, y + 1);
                    paper.blend(x, y, palette.of(label), rim ? 255 : SEE_THROUGH);
                }
            }
        }
    }

    /** What the mask says where the paper has a pixel, 0 beside it; the colour as a number where labels are colours. */
    private int label(Image mask, int x, int y) {
        ImageSize shown = paper.size();
        if (x < 0 || y < 0 || x >= shown.width() || y >= shown.height()) {
            return 0;
        }
        int column = (int) ((2L * x + 1) * source.width() / (2L * shown.width()));
        int row = (int) ((2L * y + 1) * source.height() / (2L * shown.height()));
        int label = 0;
        for (int channel = 0; channel < Math.min(3, mask.channels()); channel++) {
            label = label << 8 | mask.sample(column, row, channel);
        }
        return label;
    }

    private void box(Box box) {
        Colour colour = palette.of(box.label());
        int left = (int) Math.round(across(box.left()));
        int top = (int) Math.round(along(box.top()));
        int width = (int) Math.round(across(box.right())) - left;
        int height = (int) Math.round(along(box.bottom())) - top;
        paper.frame(left, top, width, height, LINE, colour);
        if (!box.label().isEmpty()) {
            int tall = Lettering.SMALL.height() + 3;
            tag(left, top - tall >= 0 ? top - tall : top, box.label(), colour);
        }
    }

    private void point(Keypoint point) {
        // A pixel's centre lies half a pixel from its edge, from which the paper counts.
        double x = across(point.x() + 0.5) - 0.5;
        double y = along(point.y() + 0.5) - 0.5;
        Colour colour = palette.of(point.name());
        paper.disc(x, y, POINT + 1.5, Colour.WHITE);
        paper.disc(x, y, POINT, colour);
    }

    /** Moved to where all of it is seen, if that can be. */
    private void tag(int left, int top, String text, Colour ground) {
        int width = Lettering.SMALL.width(text) + 6;
        int height = Lettering.SMALL.height() + 3;
        int x = Math.max(0, Math.min(left, paper.size().width() - width));
        int y = Math.max(0, Math.min(top, paper.size().height() - height));
        paper.fill(x, y, width, height, ground);
        Lettering.SMALL.write(paper, x + 3, y + 2, text, ground.readable());
    }

    private double across(double x) {
        return x * paper.size().width() / source.width();
    }

    private double along(double y) {
        return y * paper.size().height() / source.height();
    }
}
