package io.augstream.pipeline;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.augstream.settings.Json;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schema and the reader say the same of any value of any setting: each setting that a kind knows, those of its other variants
 * too, is given values of every shape beside the settings of the contract test, and the two verdicts are compared. Where they may
 * differ is listed here.
 */
class SchemaVerdictTest {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Json.document(StageSchema.of(Map.of())));

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "word",
            "[word]",
            "-1e9",
            "-1",
            "0",
            "0.5",
            "1",
            "2",
            "3",
            "3.5",
            "300",
            "70000",
            "1e9",
            "[]",
            "[0]",
            "[0, 0]",
            "[1]",
            "[1, 1]",
            "[3.5, 5]",
            "[1, 1, 1]",
            "[0, 1, 300]",
            "[1, 2, 3, 4, 5]",
            "[[1]]",
            "{}",
            "{width: 3}",
            "{width: 3, height: 4}",
            "{width: 0, height: 4}",
            "{width: 3, height: 70000}",
            "{width: 3.5, height: 4}",
            "{width: 3, height: 4, depth: 5}",
            "{left: 1}",
            "{left: -1}",
            "{left: 70000}",
            "{left: 1, front: 1}",
            "wrap",
            "nearest",
            "lanczos",
            "box",
            "median",
            "motion",
            "shot",
            "uniform",
            "salt_and_pepper",
            "vertical",
            "-flip",
            "a/b");

    /** What a JSON Schema cannot say: it compares no numbers with each other. */
    private static boolean beyondASchema(String complaint) {
        return complaint.contains("goes from its lower to its upper end")
                || complaint.contains("weights must be as many as stages")
                || complaint.contains("count must be at most the number of stages");
    }

    static List<StageContractTest.Subject> subjects() {
        List<StageContractTest.Subject> subjects = new ArrayList<>(StageContractTest.subjects());
        for (String held : List.of(
                "one_of {stages: [mirror, invert], weights: [1, 0]}",
                "some_of {stages: [mirror, invert], count: 1}",
                "sometimes {stages: [mirror], p: 0.5}",
                "sequence {stages: [mirror]}",
                "random_order {stages: [mirror]}",
                "rand_augment {num_ops: 3, fill: 9}",
                "trivial_augment_wide {interpolation: nearest}")) {
            int space = held.indexOf(' ');
            subjects.add(new StageContractTest.Subject(
                    held.substring(0, space), held.substring(space + 2, held.length() - 1), true));
        }
        return subjects;
    }

    private static Set<String> keys(String kind) {
        Set<String> keys = new LinkedHashSet<>();
        Map<?, ?> properties = (Map<?, ?>)
                requireNonNull(((Map<?, ?>) requireNonNull(EverySettingTest.KINDS.get(kind))).get("properties"));
        properties.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void schemaAndReaderAgree(StageContractTest.Subject subject) {
        String item = "{stages: [{" + subject.kind() + ": {" + subject.settings() + "}}]}";
        Settings settings = Settings.parse(item, "p.yaml", Path.of(""));
        List<String> differences = new ArrayList<>();
        for (String key : keys(subject.kind())) {
            if (!key.equals("stages")) {
                for (String value : VALUES) {
                    compare(
                            settings.with("stages.0." + subject.kind() + "." + key, value)
                                    .toYaml(),
                            differences);
                }
            }
        }
        assertEquals(List.of(), differences);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rotate: {degrees: [5, -5]}",
                "one_of: {stages: [mirror, invert], weights: [1]}",
                "some_of: {stages: [mirror, invert], count: 3}",
                "rotate: {degrees: '400'}",
                "smooth: {kernel_size: '4'}",
                "shift: {pixels: '1.5'}",
                "one_of: {stages: [mirror, invert], weights: ['0', '0']}",
                "rotate: {degrees: 0x10}",
                "mirror: {name: +5}",
                "sequence: {stages: [mirror, mirror]}"
            })
    void whereTheyDifferTheSchemaLetsPassAndTheReaderRefuses(String item) {
        String file = "stages: [{" + item + "}]";
        assertEquals(Set.of(), SCHEMA.validate(file, InputFormat.YAML));
        assertNotEquals("", complaint(file));
    }

    private static void compare(String file, List<String> differences) {
        String complaint = complaint(file);
        boolean valid = SCHEMA.validate(file, InputFormat.YAML).isEmpty();
        if (valid != complaint.isEmpty() && !(valid && beyondASchema(complaint))) {
            differences.add((valid ? "the schema lets pass " : "the schema alone refuses ")
                    + file.replaceAll("\\s+", " ") + " " + complaint + "\n");
        }
    }

    /** Of the reader; blank where it has none. */
    private static String complaint(String file) {
        try {
            Pipeline unused = Pipeline.parse(file);
            return "";
        } catch (SettingsException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
