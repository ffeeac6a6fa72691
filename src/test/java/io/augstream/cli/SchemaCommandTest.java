package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that is printed, by a validator of others. */
final class SchemaCommandTest {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(printed());

    private static String printed() {
        CommandRun run = CommandRun.of("schema");
        assertEquals(0, run.exitCode(), run.err());
        return run.out();
    }

    private static Set<ValidationMessage> problems(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("pipelines"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileThatWeHandOutIsValid(Path file) throws IOException {
        assertEquals(Set.of(), problems(Files.readString(file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mirror",
                "mirror: ",
                "mirror: {p: 0.5, name: flip, axis: vertical}",
                "rotate: {degrees: 17.3, border: reflect101, fill: [1, 2, 3], expand: true}",
                "rotate: {degrees: [-5, 5], fill: 9}",
                "rotate_and_crop: {degrees: 5, size: {width: 9, height: 5}}",
                "rotate_and_crop: {degrees: 5, size: 9}",
                "smooth: {kernel_size: 5}",
                "smooth: {kind: motion, length: 5, degrees: [0, 180]}",
                "noise: {kind: salt_and_pepper, amount: 0.3, salt_share: 0.4}",
                "one_of: {weights: [1, 2.5], stages: [mirror, {sequence: {stages: [{noise: {std: 0.1}}]}}]}",
                "some_of: {count: [0, 1], stages: [mirror]}",
                "some_of: {count: 1, stages: [mirror]}",
            })
    void whatIsReadIsValid(String item) {
        assertEquals(Set.of(), problems("stages:\n  - " + item + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "miror",
                "rotate",
                "rotate: {}",
                "rotate: {degrees: wide}",
                "rotate: {degrees: 400}",
                "rotate: {degrees: [0, 400]}",
                "rotate: {degrees: 5, border: reflect}",
                "rotate: {degrees: 5, bordr: wrap}",
                "rotate: {degrees: 5, expand: maybe}",
                "rotate: {degrees: 5, fill: 256}",
                "smooth: {kernel_size: 2.5}",
                "mirror: {p: 2}",
                "one_of: {stages: []}",
                "one_of: {}",
                "one_of: {stages: [{sequence: {stages: [miror]}}]}",
                "one_of: {stages: [mirror], weights: 1}",
                "some_of: {stages: [mirror]}",
            })
    void whatIsRefusedIsNotValid(String item) {
        assertFalse(problems("stages:\n  - " + item + "\n").isEmpty());
    }

    @Test
    void anUnknownSectionIsNotValid() {
        assertFalse(problems("sages: []\n").isEmpty());
    }

    @Test
    void defaultsAndChoicesAreTold() {
        String plain = printed().replaceAll("\\s+", "");
        assertTrue(
                plain.contains("\"interpolation\":{\"enum\":[\"nearest\",\"bilinear\",\"bicubic\"],"
                        + "\"default\":\"bilinear\"}"),
                plain);
        assertTrue(plain.contains("\"p\":{\"type\":\"number\",\"minimum\":0,\"maximum\":1,\"default\":1.0}"), plain);
    }
}
