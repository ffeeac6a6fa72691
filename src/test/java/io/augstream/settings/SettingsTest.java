package io.augstream.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static Settings parsed(String yaml) {
        return Settings.parse(yaml, "p.yaml", Path.of(""));
    }

    private static String messageOf(String yaml) {
        SettingsException error = assertThrows(SettingsException.class, () -> {
            Settings unused = parsed(yaml);
        });
        return String.valueOf(error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "5e-4, 0.0005",
        "5E-4, 0.0005",
        "1e3, 1000",
        "-2.5e+1, -25",
        ".5, 0.5",
        "+3, 3",
        "7., 7",
        "1_000, 1000",
        "0.10, 0.1",
        "010, 10",
    })
    void numbersArePeoplesNumbers(String written, double number) {
        assertEquals(number, parsed("rate: " + written).root().get("rate").number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fast", "'1 000'", "1,5", "true", "[1]", "{a: 1}", "null", "~", "''", ".inf", "-.INF", ".NaN", "0x10"
            })
    void whatIsNoNumberIsRefusedAtItsLine(String written) {
        Value value = parsed("name: x\nrate: " + written).root().get("rate");
        SettingsException error = assertThrows(SettingsException.class, value::number);
        assertTrue(
                String.valueOf(error.getMessage()).startsWith("p.yaml, line 2: rate: must be a number, got "),
                error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number  | a list    | must be a number, got a list",
                "integer | 1.5       | must be a whole number, got 1.5",
                "integer | 3e9       | must be a whole number of at most 2147483647, got 3e9",
                "integer | x         | must be a whole number, got 'x'",
                "whole   | 1.0       | must be a whole number of at most 18 digits, got 1.0",
                "flag    | maybe     | must be true or false, got 'maybe'",
                "flag    | 1         | must be true or false, got 1",
                "text    | a map     | must be a text, got a mapping",
                "text    | nothing   | must be a text, got nothing",
                "list    | 5         | must be a list, got 5",
                "section | 5         | must be a mapping of keys to values, got 5",
            })
    void aWrongTypeSaysWhatWasExpectedAndWhatIsThere(String asked, String written, String problem) {
        String yaml =
                switch (written) {
                    case "a list" -> "[1, 2]";
                    case "a map" -> "{b: 1}";
                    case "nothing" -> "";
                    default -> written;
                };
        Value value = parsed("a: " + yaml).root().get("a");
        SettingsException error = assertThrows(SettingsException.class, () -> ask(value, asked));
        assertEquals("p.yaml, line 1: a: " + problem, error.getMessage());
    }

    private static Object ask(Value value, String asked) {
        return switch (asked) {
            case "number" -> value.number();
            case "integer" -> value.integer();
            case "whole" -> value.whole();
            case "flag" -> value.flag();
            case "text" -> value.text();
            case "list" -> value.list();
            case "section" -> value.section();
            default -> throw new IllegalArgumentException(asked);
        };
    }

    @Test
    void rightTypesComeAsTheyAreWritten() {
        Section root = parsed("i: 12\nl: 9007199254740993\nf: true\nt: 'a: b'\nn: 17\nx: [1, 2]\n")
                .root();
        assertEquals(12, root.get("i").integer());
        assertEquals(9007199254740993L, root.get("l").whole());
        assertTrue(root.get("f").flag());
        assertEquals("a: b", root.get("t").text());
        assertEquals("17", root.get("n").text());
        assertEquals(2, root.get("x").list().get(1).integer());
        assertEquals("x[1]", root.get("x").list().get(1).path());
        assertEquals(5, root.integer("absent", 5));
    }

    @Test
    void lineAndPathFollowTheValueIntoListsAndMappings() {
        Value value = parsed("a:\n  - b: 1\n  - c:\n      d: x\n")
                .root()
                .get("a")
                .list()
                .get(1)
                .section()
                .get("c")
                .section()
                .get("d");
        SettingsException error = assertThrows(SettingsException.class, value::number);
        assertEquals("p.yaml, line 4: a[1].c.d: must be a number, got 'x'", error.getMessage());
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertEquals("p.yaml, line 3: 'a' is given twice, first on line 1", messageOf("a: 1\nb: 2\na: 3\n"));
        assertEquals("p.yaml, line 2: 'c' is given twice, first on line 2", messageOf("a:\n  - {c: 1, c: 1}\n"));
    }

    @Test
    void aliasesAreRefused() {
        assertEquals(
                "p.yaml, line 2: aliases (*one) are not supported; write the value out",
                messageOf("a: &one 1\nb: *one\n"));
    }

    @Test
    void oneDocumentIsAllowed() {
        assertTrue(messageOf("a: 1\n---\nb: 2\n").contains("one document is allowed"), messageOf("a: 1\n---\nb: 2\n"));
    }

    @Test
    void aListOrATextIsNoPipelineFile() {
        assertEquals(
                "p.yaml, line 1: the file must be a mapping of keys to values, got a list", messageOf("- mirror\n"));
        assertEquals(
                "p.yaml, line 1: the file must be a mapping of keys to values, got 'mirror'", messageOf("mirror\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment\n", "{}"})
    void anEmptyFileHasNoKeys(String yaml) {
        assertTrue(parsed(yaml).root().keys().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: [1, 2", "a: b: c", "a: 'x", "\ta: 1", "a: @x", "? [a]: 1", "a: 1\n b: 2", "a: !!float x"})
    void brokenYamlIsOneLineWithFileAndLine(String yaml) {
        String message = messageOf(yaml);
        assertTrue(message.startsWith("p.yaml, line "), message);
        assertFalse(message.contains("\n"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a: b: c           | line 1: not valid YAML: mapping values are not allowed here",
                "a: 1; b: @x       | line 2: not valid YAML: found character '@' that cannot start any token."
                        + " (Do not use @ for indentation), while scanning for the next token",
                "a: 1; b: {c: 1; d: 2 | line 3: not valid YAML: expected ',' or '}', but got :,"
                        + " while parsing a flow mapping from line 2",
                "a: 'x; b: 2       | line 2: not valid YAML: found unexpected end of stream,"
                        + " while scanning a quoted scalar from line 1",
                "? [a]: 1          | line 1: not valid YAML: Expected a field name (Scalar value in YAML)",
                "a: !!float x      | line 1: not valid YAML: Malformed numeric value 'x'",
            })
    void brokenYamlSaysWhatIsWrongAndWhere(String yaml, String problem) {
        assertEquals("p.yaml, " + problem, messageOf(yaml.replace("; ", "\n")));
    }

    @Test
    void missingAndUnreadableFilesAreNamed(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing.yaml");
        SettingsException error = assertThrows(SettingsException.class, () -> {
            Settings unused = Settings.read(missing);
        });
        assertEquals(missing + ": no such file", error.getMessage());
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, new byte[] {'a', ':', ' ', (byte) 0xe9});
        error = assertThrows(SettingsException.class, () -> {
            Settings unused = Settings.read(latin);
        });
        assertEquals(latin + ": not UTF-8 text", error.getMessage());
        error = assertThrows(SettingsException.class, () -> {
            Settings unused = Settings.read(folder);
        });
        assertTrue(String.valueOf(error.getMessage()).startsWith(folder + ": cannot be read: "));
    }

    @Test
    void theFolderIsTheFilesOwn(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("p.yaml");
        Files.writeString(file, "a: 1\n");
        assertEquals(folder.toAbsolutePath(), Settings.read(file).folder());
    }
}
