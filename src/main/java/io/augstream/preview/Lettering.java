package io.augstream.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Letters of our own, drawn in {@code letters.txt}: the JDK's need fonts of the system, and look otherwise on each. ASCII, and what captions
 * have besides; other characters are hollow boxes.
 */
final class Lettering {
    private static final int ROWS = 9;
    private static final int SPACE = 3;
    private static final int UNKNOWN = '□';
    private static final Map<Integer, Glyph> DRAWN = read();

    /** For what is to be read. */
    static final Lettering LARGE = new Lettering(
            2, DRAWN.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                    .doubled())));

    /** For notes on pictures. */
    static final Lettering SMALL = new Lettering(1, DRAWN);

    private final int scale;
    private final Map<Integer, Glyph> glyphs;

    private Lettering(int scale, Map<Integer, Glyph> glyphs) {
        this.scale = scale;
        this.glyphs = glyphs;
    }

    /** Pixels from the top of a line's tallest letters to the bottom of its lowest. */
    int height() {
        return scale * ROWS;
    }

    /** Of letters without those that hang below the line. */
    int capitals() {
        return scale * 7;
    }

    int width(String text) {
        return Math.max(0, text.codePoints().map(this::advance).sum() - scale);
    }

    /** @param top of the tallest letters */
    void write(Paper paper, int left, int top, String text, Colour colour) {
        int at = left;
        for (int character : text.codePoints().toArray()) {
            if (!Character.isSpaceChar(character)) {
                Glyph glyph = glyph(character);
                for (int y = 0; y < height(); y++) {
                    for (int x = 0; x < glyph.width(); x++) {
                        if (glyph.inked(x, y)) {
                            paper.fill(at + x, top + y, 1, 1, colour);
                        }
                    }
                }
            }
            at += advance(character);
        }
    }

    /** The text, or its beginning and … where it is wider than {@code width}. */
    String shortened(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        int[] characters = text.codePoints().toArray();
        for (int length = characters.length - 1; length > 0; length--) {
            String shorter = new String(characters, 0, length).strip() + "…";
            if (width(shorter) <= width) {
                return shorter;
            }
        }
        return "…";
    }

    /** One pixel lies between two letters. */
    private int advance(int character) {
        return Character.isSpaceChar(character)
                ? scale * (SPACE + 1)
                : glyph(character).width() + scale;
    }

    private Glyph glyph(int character) {
        Glyph known = glyphs.get(character);
        return known == null ? Objects.requireNonNull(glyphs.get(UNKNOWN)) : known;
    }

    private static Map<Integer, Glyph> read() {
        try (InputStream file = Lettering.class.getResourceAsStream("letters.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            Map<Integer, Glyph> glyphs = new HashMap<>();
            for (String block : text.split("\n\n", -1)) {
                if (!block.startsWith("//")) {
                    glyphs.putAll(block(block.lines().toList()));
                }
            }
            return Map.copyOf(glyphs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Integer, Glyph> block(List<String> lines) {
        String[] characters = lines.get(0).split(" +", -1);
        List<String[]> rows = new ArrayList<>();
        lines.subList(1, lines.size()).forEach(line -> rows.add(line.split(" ", -1)));
        Map<Integer, Glyph> glyphs = new HashMap<>();
        for (int i = 0; i < characters.length; i++) {
            boolean[][] ink = new boolean[ROWS][rows.get(0)[i].length()];
            for (int y = 0; y < rows.size(); y++) {
                for (int x = 0; x < ink[y].length; x++) {
                    ink[y][x] = rows.get(y)[i].charAt(x) == '#';
                }
            }
            glyphs.put(characters[i].codePointAt(0), new Glyph(ink));
        }
        return glyphs;
    }
}
