package io.augstream.preview;

/** The picture of a character: its rows from the top, which of their pixels are ink. */
record Glyph(boolean[][] ink) {
    int width() {
        return ink[0].length;
    }

    boolean inked(int x, int y) {
        return y >= 0 && y < ink.length && x >= 0 && x < width() && ink[y][x];
    }

    /**
     * Twice as large, with its steps smoothed: where two neighbours of a pixel that meet at a corner are alike, and the other two are
     * not, that quarter of the pixel is as they are (Johnston 1992, known as EPX and Scale2x).
     */
    Glyph doubled() {
        boolean[][] twice = new boolean[2 * ink.length][2 * width()];
        for (int y = 0; y < twice.length; y++) {
            for (int x = 0; x < twice[y].length; x++) {
                twice[y][x] = quarter(x / 2, y / 2, x % 2 == 0 ? -1 : 1, y % 2 == 0 ? -1 : 1);
            }
        }
        return new Glyph(twice);
    }

    private boolean quarter(int x, int y, int right, int down) {
        boolean beside = inked(x + right, y);
        boolean above = inked(x, y + down);
        boolean smooth = beside == above && inked(x - right, y) != above && inked(x, y - down) != beside;
        return smooth ? beside : inked(x, y);
    }
}
