package io.augstream.preview;

import java.util.ArrayList;
import java.util.List;

/** Which colour stands for which label or name. */
record Legend(List<Line> lines) {
    static final Legend NONE = new Legend(List.of());

    private static final int MOST = 12;

    record Line(Colour colour, String name) {}

    /** Of what the palette has given colours to; of many the first. A mask's labels are numbers. */
    static Legend of(Palette palette) {
        List<Line> lines = new ArrayList<>();
        palette.given().forEach((key, colour) -> {
            String name = key instanceof Integer label ? "mask " + label : String.valueOf(key);
            if (lines.size() < MOST && !name.isEmpty()) {
                lines.add(new Line(colour, name));
            }
        });
        return new Legend(lines);
    }

    void paint(Paper paper, int left, int top, int width, int lineHeight) {
        Lettering letters = Lettering.LARGE;
        int side = letters.capitals() - 2;
        int y = top;
        for (Line line : lines) {
            paper.disc(left + side / 2.0, y + letters.capitals() / 2.0 - 0.5, side / 2.0, line.colour());
            int text = left + side + 8;
            letters.write(paper, text, y, letters.shortened(line.name(), left + width - text), Colour.INK);
            y += lineHeight;
        }
    }
}
