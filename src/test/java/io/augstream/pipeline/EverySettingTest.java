package io.augstream.pipeline;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.settings.Json;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every setting of every kind of stage refuses what it cannot take, in one line that names the line of the setting, the stage, the
 * setting, what it got and what it takes. The settings are those that the schema knows; {@link StageErrorsTest} has the words.
 */
class EverySettingTest {
    static final Map<?, ?> KINDS = kinds();

    /** What the schema says of each kind: the second form of an item, of one kind with its settings. */
    private static Map<?, ?> kinds() {
        Object forms =
                inside(StageSchema.of(Map.of()), "$defs", "stages", "items").get("anyOf");
        return inside((Map<?, ?>) ((List<?>) requireNonNull(forms)).get(1), "properties");
    }

    private static Map<?, ?> inside(Map<?, ?> map, String... path) {
        Map<?, ?> inner = map;
        for (String key : path) {
            inner = (Map<?, ?>) requireNonNull(inner.get(key), key);
        }
        return inner;
    }

    private record Setting(StageContractTest.Subject subject, String key) {
        /** The file with this setting as {@code value}, a line for each setting. */
        String file(String value) {
            Pipeline pipeline = subject.pipeline();
            Settings settings = Settings.parse(pipeline.yaml(), "p.yaml", Path.of(""));
            // 1e999 becomes a text on its way.
            return settings.with("stages.0." + subject.kind() + "." + key, value)
                    .toYaml()
                    .replaceAll("\"?Infinity\"?", "1e999");
        }

        @Override
        public String toString() {
            return subject.kind() + " {" + subject.settings() + "}: " + key;
        }
    }

    /** Those that a subject gives, and of the others those that every one of its kind takes. */
    private static List<Setting> settings(String word) {
        List<Setting> settings = new ArrayList<>();
        for (StageContractTest.Subject subject : StageContractTest.subjects()) {
            Section given = Settings.parse("{" + subject.settings() + "}", "", Path.of(""))
                    .root();
            Set<String> keys = new LinkedHashSet<>(given.keys());
            keys.addAll(List.of("interpolation", "border", "fill", "p", "antialias", "expand", "per_channel", "axis"));
            Map<?, ?> known = inside(KINDS, subject.kind(), "properties");
            keys.removeIf(
                    key -> !known.containsKey(key) || !Json.line(known.get(key)).contains(word));
            keys.forEach(key -> settings.add(new Setting(subject, key)));
        }
        assertTrue(settings.size() > 20, settings.toString());
        return settings;
    }

    static List<Setting> numbers() {
        return settings("\"maximum\"");
    }

    static List<Setting> choices() {
        return settings("\"enum\"");
    }

    /** @param allowed what the complaint says of what is taken */
    private static void assertRefused(Setting setting, String value, String got, String allowed) {
        String file = setting.file(value);
        List<String> lines = file.lines().map(String::strip).toList();
        String message = String.valueOf(assertThrows(
                        SettingsException.class,
                        () -> {
                            Pipeline unused = Pipeline.from(Settings.parse(file, "p.yaml", Path.of("")));
                        },
                        file)
                .getMessage());
        int line = 1;
        while (!lines.get(line - 1).startsWith(setting.key + ":")) {
            line++;
        }
        String told = setting + ": " + message;
        assertEquals(1, message.lines().count(), told);
        // A list begins on the line after its key.
        assertTrue(
                message.startsWith("p.yaml, line " + line + ": stages[0]." + setting.subject.kind())
                        || message.startsWith("p.yaml, line " + (line + 1) + ": stages[0]." + setting.subject.kind()),
                told + "\n" + file);
        assertTrue(message.contains(setting.key) && message.contains(got), told);
        assertTrue(message.contains(allowed), told);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void noNumberIsRefused(Setting setting) {
        assertRefused(setting, ".nan", "'.nan'", ": must be ");
        assertRefused(setting, "much", "'much'", ": must be ");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aRangeFromTheUpperToTheLowerEndIsRefused(Setting setting) {
        boolean single = setting.key.matches("p|kernel_size|length|padding|salt_share|size")
                || setting.toString().startsWith("pad ");
        if (setting.key.equals("fill")) {
            assertRefused(setting, "[1, 0]", ", got 2 levels", "must be one level or a list of one a channel");
        } else if (single) {
            assertRefused(setting, "[1, 0]", ", got a list", ": must be a");
        } else {
            assertRefused(setting, "[1, 0]", ", got [1.0, 0.0]", "a range goes from its lower to its upper end");
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberBeyondAllIsRefused(Setting setting) {
        // Of a number alone the complaint there is another one.
        boolean twoEnds = setting.subject.kind().equals("colour_jitter") && !setting.key.equals("p");
        assertRefused(setting, twoEnds ? "[0, 1e999]" : "1e999", ", got 1e999", " must ");
    }

    @ParameterizedTest
    @MethodSource("choices")
    void anUnknownChoiceIsRefusedAndAllAreNamed(Setting setting) {
        assertRefused(setting, "lanczoz", "'lanczoz' is not known", "allowed: ");
    }
}
