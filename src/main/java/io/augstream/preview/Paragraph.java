package io.augstream.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Breaks captions into lines. */
final class Paragraph {
    private static final String BETWEEN = " · ";

    private Paragraph() {}

    /**
     * Phrases stay whole where a line holds them; longer ones break between words, and in the end at unbroken spaces; and words that
     * no line holds are cut.
     */
    static List<String> lines(List<String> phrases, Lettering lettering, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String phrase : phrases) {
            String longer = line.isEmpty() ? phrase : line + BETWEEN + phrase;
            if (lettering.width(longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = "";
            for (String word : words(phrase, lettering, width)) {
                String more = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && lettering.width(more) > width) {
                    lines.add(line);
                    more = word;
                }
                line = lettering.shortened(more, width);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<String> words(String phrase, Lettering lettering, int width) {
        return Arrays.stream(phrase.split(" ", -1))
                .flatMap(word -> lettering.width(word) <= width
                        ? Stream.of(word)
                        : Arrays.stream(word.split(Character.toString(Caption.UNBROKEN), -1)))
                .toList();
    }
}
