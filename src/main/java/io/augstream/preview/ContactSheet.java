package io.augstream.preview;

import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.image.ImageSize;
import io.augstream.pipeline.Augmented;
import io.augstream.pipeline.Draw;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import io.augstream.preview.Page.Cell;
import io.augstream.preview.Page.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * A row for each image: the image as it is, and as the pipeline changes it in the first epochs, each with what was drawn. The same
 * pipeline, images and seed give the same pixels.
 *
 * @param draws for each image, those of epochs 0, 1 and so on; at least 1
 * @param seed of the draws
 * @param side pixels that the longer side of a picture has at most, from 32 to 2048
 */
public record ContactSheet(int draws, long seed, int side) {
    /** A column holds some words, however small its pictures are. */
    private static final int NARROWEST_COLUMN = 132;

    public ContactSheet {
        if (draws < 1) {
            throw new IllegalArgumentException("draws must be at least 1, got " + draws);
        }
        if (side < 32 || side > 2048) {
            throw new IllegalArgumentException("size must lie in [32, 2048] pixels, got " + side);
        }
    }

    /**
     * The sheet, in colours.
     *
     * @throws io.augstream.settings.SettingsException if a stage does not fit an image
     * @throws IllegalArgumentException if the sheet would have more than {@link ImageFiles#MOST_PIXELS}
     */
    public Image of(Pipeline pipeline, List<Subject> subjects) {
        List<String> titles = new ArrayList<>(List.of("original"));
        for (int epoch = 0; epoch < draws; epoch++) {
            titles.add("epoch " + epoch);
        }
        List<Row> rows =
                subjects.stream().map(subject -> row(pipeline, subject)).toList();
        return new Page(column(), titles, rows).image();
    }

    private Row row(Pipeline pipeline, Subject subject) {
        Image image = subject.image();
        pipeline.requireFittingFills(image, subject.name());
        Palette palette = new Palette();
        Paper original = picture(new Augmented(image, subject.targets()), palette);
        List<Cell> cells = new ArrayList<>();
        for (int epoch = 0; epoch < draws; epoch++) {
            DrawKey key = new DrawKey(seed, epoch, subject.name());
            List<Draw> drawn = pipeline.draw(image.size(), key);
            Augmented augmented = pipeline.apply(drawn, image, subject.targets(), key);
            List<String> caption = Paragraph.lines(
                    phrases(drawn, image.size(), augmented.image().size()), Page.LETTERS, column());
            cells.add(new Cell(picture(augmented, palette), caption, Legend.NONE));
        }
        // Names may change places in a mirror and be new then, so that the legend comes last.
        cells.add(0, new Cell(original, List.of(), Legend.of(palette)));
        return new Row(subject.name(), Page.text(image.size()), cells);
    }

    private static List<String> phrases(List<Draw> drawn, ImageSize before, ImageSize after) {
        List<String> phrases = new ArrayList<>(Caption.of(drawn));
        if (phrases.isEmpty()) {
            phrases.add("unchanged");
        }
        if (!after.equals(before)) {
            phrases.add("now " + Page.text(after));
        }
        return phrases;
    }

    private Paper picture(Augmented augmented, Palette palette) {
        Paper paper = Paper.of(Fitted.to(augmented.image(), side));
        new Overlay(paper, augmented.image().size(), palette).paint(augmented.targets());
        return paper;
    }

    private int column() {
        return Math.max(side, NARROWEST_COLUMN);
    }
}
