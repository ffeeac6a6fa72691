package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BorderTest {
    @ParameterizedTest
    @CsvSource({
        "CONSTANT,   -------|abcd|-------",
        "REPLICATE,  aaaaaaa|abcd|ddddddd",
        "REFLECT101, babcdcb|abcd|cbabcdc",
        "SYMMETRIC,  bcddcba|abcd|dcbaabc",
        "WRAP,       bcdabcd|abcd|abcdabc",
    })
    void looksOutsideAsDrawn(Border border, String drawn) {
        StringBuilder seen = new StringBuilder();
        for (int i = -7; i < 11; i++) {
            int index = border.index(i, 4);
            seen.append(i == 0 || i == 4 ? "|" : "").append(index == Border.FILL ? '-' : "abcd".charAt(index));
        }
        assertEquals(drawn, seen.toString());
    }

    @Test
    void aSinglePixelIsSeenEverywhere() {
        for (Border border : Border.values()) {
            for (int i = -5; i <= 5; i++) {
                int expected = border == Border.CONSTANT && i != 0 ? Border.FILL : 0;
                assertEquals(expected, border.index(i, 1), border + " at " + i);
            }
        }
    }
}
