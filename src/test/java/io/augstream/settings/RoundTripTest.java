package io.augstream.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The resolved pipeline file that a run writes must mean what the original meant. */
class RoundTripTest {
    private static Settings parsed(String yaml) {
        return Settings.parse(yaml, "p.yaml", Path.of(""));
    }

    @Test
    void writesWhatAPersonWouldWrite() {
        String yaml =
                """
                name: quick
                stages:
                - mirror
                - rotate:
                    degrees:
                    - -15
                    - 15.5
                    border: reflect101
                train:
                  momentum: 0.9
                  nesterov: true
                """;
        assertEquals(yaml, parsed(yaml).toYaml());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5e-4",
                "1e3",
                "010",
                "1_000",
                "0.1",
                "123456789012345678",
                "-0.0",
                "7.",
                ".5",
                "0.30000000000000004"
            })
    void numbersKeepTheirValue(String number) {
        double expected = parsed("a: " + number).root().get("a").number();
        Settings again = parsed(parsed("a: " + number).toYaml());
        assertEquals(expected, again.root().get("a").number());
    }

    @Test
    void seedsKeepAllTheirDigits() {
        Settings again = parsed(parsed("seeds: [9007199254740993, 7]").toYaml());
        assertEquals(9007199254740993L, again.root().get("seeds").list().get(0).whole());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "'true'",
                "'null'",
                "'a: b'",
                "'# no comment'",
                "' spaces '",
                "''",
                "'two\\nlines'",
                "'- x'",
                "'[1]'",
                "'yes'",
                "'no'",
                "\"\\u00e9\"",
                "2026-11-23",
                "12:30"
            })
    void textsKeepTheirLettersAndTheirType(String text) {
        Settings first = parsed("a: " + text);
        Settings again = parsed(first.toYaml());
        assertEquals(first.root().get("a").text(), again.root().get("a").text());
        assertEquals(first.root().get("a").isText(), again.root().get("a").isText());
        assertEquals(first.root().get("a").isFlag(), again.root().get("a").isFlag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "yes", "no", "on", "off"})
    void flagsKeepTheirTruth(String flag) {
        boolean expected = parsed("a: " + flag).root().get("a").flag();
        assertEquals(
                expected, parsed(parsed("a: " + flag).toYaml()).root().get("a").flag());
    }

    @Test
    void nothingAndEmptyCollectionsStay() {
        assertEquals(
                parsed("a:\nb: []\nc: {}\n").toYaml(),
                parsed(parsed("a:\nb: []\nc: {}\n").toYaml()).toYaml());
        assertEquals(true, parsed(parsed("a:").toYaml()).root().get("a").isNothing());
    }
}
