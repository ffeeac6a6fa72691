package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.augstream.pipeline.Pipeline;
import io.augstream.settings.SettingsException;
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
                "mirror: {name: 5}",
                "mirror: {name: true}",
                "rotate: {degrees: '3'}",
                "rotate: {degrees: [-5e-1, '3.']}",
                "noise: {std: 5e-2}",
                "rotate: {degrees: 5, fill: [1, 2, 3, 4]}",
                "rotate: {degrees: 5, fill: [7]}",
                "affine: {shear_y: 3}",
                "crop: {padding: 2}",
                "noise: {kind: shot, scale: 0.1}",
                "colour_jitter: {hue: [-0.1, 0.1]}",
                "one_of: {weights: [0, 1, 0, 2, 0.5, 3, 1, 2], stages: [mirror, invert, grayscale, equalize, jpeg: {quality: 9},"
                        + " autocontrast, noise: {std: 0}, {mirror: {name: b}}]}",
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
                "affine",
                "affine: {p: 0.5}",
                "crop",
                "noise",
                "noise: {kind: shot}",
                "smooth",
                "colour_jitter",
                "colour_jitter: {p: 0.5}",
                "sometimes: {stages: [mirror]}",
                "mirror: {name: [a]}",
                "mirror: {p: often}",
                "rotate: {degrees: '3 or so'}",
                "rotate: {degrees: []}",
                "rotate: {degrees: [1]}",
                "rotate: {degrees: [1, 2, 3]}",
                "rotate: {degrees: 5, fill: []}",
                "rotate: {degrees: 5, fill: [1, 2, 3, 4, 5]}",
                "some_of: {count: -1, stages: [mirror]}",
                "some_of: {count: [0, 1, 2], stages: [mirror]}",
                "one_of: {weights: [-1], stages: [mirror]}",
                "one_of: {weights: [], stages: [mirror]}",
            })
    void whatIsRefusedIsNotValid(String item) {
        String yaml = "stages:\n  - " + item + "\n";
        assertThrows(
                SettingsException.class,
                () -> {
                    Pipeline unused = Pipeline.parse(yaml);
                },
                "the reader must refuse it too");
        assertFalse(problems(yaml).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train:",
                "train: {epochs: 3, weight_decay: 5e-4, schedule: {plateau: {patience: 3}}, early_stopping: {patience: 5}}",
                "train: {optimizer: adam, beta1: 0.8, learning_rate: 1e-3, label_smoothing: 0.1}",
                "train: {momentum: 0.8, nesterov: true, health: false, frozen: [0.convolution]}",
                "data: {root: x, format: idx, train_size: 5, prepare: {resize: 32}}",
                "measure: {seeds: [1, 2], arms: [none, all], workers: 2}",
                "measure: {sweep: {train.weight_decay: [0, 1e-4]}, worth: {without: [a], with: [b]}}",
                "network: {alexnet: {groups: 2}}",
                "network: small",
                "network: [{repeat: {times: 2, layers: [relu]}}, flatten, {dense: {units: classes}}]",
                "train: {optimizer: adam, epsilon: 1e-8, beta1: 0}",
                "name: 2026",
            })
    void ofOtherSectionsWhatIsReadIsValid(String section) {
        assertEquals(Set.of(), problems(section + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train: {epoch: 3}",
                "train: {epochs: many}",
                "train: {epochs: [3]}",
                "train: [sgd]",
                "data: {rot: x}",
                "data: {root: x, validation: some}",
                "measure: {seed: 3}",
                "measure: {primary: test_acuracy}",
                "network: 5",
                "network: smal",
                "network: {alexnt: {groups: 2}}",
                "network: [flaten]",
                "network: []",
                "train: {epochs: 0}",
                "train: {momentum: 1}",
                "train: {label_smoothing: -0.1}",
                "data: {root: x, validation: 1}",
                "claims: {}",
                "name: [a]",
            })
    void ofOtherSectionsWhatIsRefusedIsNotValid(String section) {
        assertFalse(problems(section + "\n").isEmpty());
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
        assertTrue(plain.contains("\"minimum\":0,\"maximum\":1,\"default\":1.0}"), plain);
    }
}
