package io.augstream.preview;

import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.image.ImageSize;
import java.util.List;

/**
 * Where everything stands on a sheet: titles above the columns, and row by row a name, the pictures beside each other, and below
 * each its caption.
 *
 * @param column its width in pixels
 * @param titles of the columns; each row has as many cells
 */
record Page(int column, List<String> titles, List<Row> rows) {
    static final Lettering LETTERS = Lettering.LARGE;

    private static final int MARGIN = 24;
    private static final int BETWEEN_COLUMNS = 16;
    private static final int BETWEEN_ROWS = 26;
    private static final int ABOVE_PICTURE = 5;
    private static final int AROUND_PICTURES = 10;
    private static final int LINE = LETTERS.height() + 4;

    /** @param legend what the colours on top of pictures mean */
    record Cell(Paper picture, List<String> caption, Legend legend) {
        int lines() {
            return caption.size() + legend.lines().size();
        }
    }

    /** @param note behind the name, paler */
    record Row(String name, String note, List<Cell> cells) {
        int pictureHeight() {
            return cells.stream()
                    .mapToInt(cell -> cell.picture().size().height())
                    .max()
                    .orElse(0);
        }

        int height() {
            int lines = cells.stream().mapToInt(Cell::lines).max().orElse(0);
            return LINE + ABOVE_PICTURE + pictureHeight() + AROUND_PICTURES + lines * LINE;
        }
    }

    static String text(ImageSize size) {
        return size.width() + "×" + size.height();
    }

    /** @throws IllegalArgumentException if it would have more than {@link ImageFiles#MOST_PIXELS} */
    Image image() {
        Paper sheet = new Paper(size(), Colour.WHITE);
        for (int i = 0; i < titles.size(); i++) {
            LETTERS.write(sheet, left(i), MARGIN, LETTERS.shortened(titles.get(i), column), Colour.PALE_INK);
        }
        int y = MARGIN + LINE + AROUND_PICTURES;
        for (Row row : rows) {
            paint(sheet, y, row);
            y += row.height() + BETWEEN_ROWS;
        }
        return sheet.image();
    }

    private ImageSize size() {
        long width = (long) left(titles.size()) - BETWEEN_COLUMNS + MARGIN;
        long height = 2L * MARGIN + LINE + AROUND_PICTURES - BETWEEN_ROWS;
        for (Row row : rows) {
            height += row.height() + BETWEEN_ROWS;
        }
        if (width * height > ImageFiles.MOST_PIXELS) {
            throw new IllegalArgumentException("a sheet of " + width + " x " + height
                    + " pixels would arise, more than the limit of " + ImageFiles.MOST_PIXELS
                    + " pixels; take fewer images or draws, or a smaller size");
        }
        return new ImageSize((int) width, (int) height);
    }

    private void paint(Paper sheet, int top, Row row) {
        int room = sheet.size().width() - 2 * MARGIN - LETTERS.width("  " + row.note());
        String name = LETTERS.shortened(row.name(), room);
        LETTERS.write(sheet, MARGIN, top, name, Colour.INK);
        LETTERS.write(sheet, MARGIN + LETTERS.width(name + "  "), top, row.note(), Colour.PALE_INK);
        int pictures = top + LINE + ABOVE_PICTURE;
        int captions = pictures + row.pictureHeight() + AROUND_PICTURES;
        for (int i = 0; i < row.cells().size(); i++) {
            paint(sheet, left(i), pictures, captions, row.cells().get(i));
        }
    }

    private void paint(Paper sheet, int left, int top, int captions, Cell cell) {
        ImageSize shown = cell.picture().size();
        sheet.frame(left - 1, top - 1, shown.width() + 2, shown.height() + 2, 1, Colour.FRAME);
        sheet.paint(left, top, cell.picture());
        cell.legend().paint(sheet, left, captions, column, LINE);
        int y = captions;
        for (String line : cell.caption()) {
            LETTERS.write(sheet, left, y, line, Colour.INK);
            y += LINE;
        }
    }

    private int left(int number) {
        return MARGIN + number * (column + BETWEEN_COLUMNS);
    }
}
