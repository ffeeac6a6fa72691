package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.augment.Fixed;
import io.augstream.image.ImageSize;
import io.augstream.operation.Axis;
import io.augstream.operation.Mirror;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline in somebody else's program: what it needs beside it, and how it travels. */
class LibraryUseTest {
    private static final String COMBINATORS =
            """
              - one_of: {stages: [mirror, {noise: {std: 0.1}}], weights: [1, 2]}
              - some_of: {stages: [mirror, {noise: {std: 0.1}}, {shift: {pixels: 3}}], count: [1, 2]}
              - sometimes: {p: 0.5, stages: [{rotate: {degrees: 20}}]}
              - sequence: {stages: [mirror, {rotate: {degrees: 20}}, {smooth: {sigma: 1}}]}
              - random_order: {stages: [{rotate: {degrees: 20}}, {shift: {pixels: 3}}]}
            """;

    @TempDir
    private Path folder;

    /** Every stage that the contract test tries, under a name of its own, and every combinator. */
    private static String everyStage() {
        StringBuilder yaml = new StringBuilder("stages:\n" + COMBINATORS);
        int number = 0;
        for (StageContractTest.Subject subject : StageContractTest.subjects()) {
            String settings = subject.settings().isEmpty() ? "" : ", " + subject.settings();
            yaml.append("  - {" + subject.kind() + ": {name: s" + number++ + settings + "}}\n");
        }
        return yaml.toString();
    }

    @Test
    void itNeedsJacksonAloneAndGivesTheSameBytesWithAndWithoutTheVectorModule() throws Exception {
        Path file = Files.writeString(folder.resolve("every.yaml"), everyStage());
        List<String> here = LibraryUser.lines(file);

        Started vectors = start(file, "--add-modules=jdk.incubator.vector");
        assertEquals(here, vectors.lines());
        assertEquals("", vectors.out());
        assertEquals("WARNING: Using incubator modules: jdk.incubator.vector\n", vectors.err());

        Started scalars = start(file);
        assertEquals(here, scalars.lines());
        assertEquals("", scalars.out());
        String notice = "scalar kernels: several times faster with --add-modules jdk.incubator.vector";
        assertEquals(2, (scalars.err() + " ").split(notice, -1).length, scalars.err());
        assertEquals(2, scalars.err().lines().count(), "the logger's own line and the notice: " + scalars.err());
    }

    private record Started(List<String> lines, String out, String err) {}

    /** In a JVM whose class path holds our classes, Jackson and the program. */
    private Started start(Path file, String... options) throws IOException, InterruptedException {
        Path lines = folder.resolve("lines.txt");
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath(), LibraryUser.class.getName(), file.toString(), lines.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        // Options from outside would be announced on standard error.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        assertEquals(0, builder.start().waitFor(), Files.readString(err));
        return new Started(Files.readAllLines(lines), Files.readString(out), Files.readString(err));
    }

    private String classPath() throws IOException {
        String program = LibraryUser.class.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve("program").resolve(program);
        Files.createDirectories(copy.getParent());
        try (var bytes = LibraryUser.class.getClassLoader().getResourceAsStream(program)) {
            Files.write(copy, bytes.readAllBytes());
        }
        Path ours = Path.of(Pipeline.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        List<String> jackson = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> Path.of(path).getFileName().toString().matches("(jackson|snakeyaml)-.*\\.jar"))
                .toList();
        assertTrue(jackson.size() >= 5, jackson.toString());
        return Stream.concat(
                        Stream.of(ours.toString(), folder.resolve("program").toString()), jackson.stream())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    @Test
    void theTextOfAPipelineGivesThePipeline() {
        Pipeline pipeline = Pipeline.parse(everyStage());
        Pipeline arrived = Pipeline.parse(pipeline.yaml());
        assertEquals(
                pipeline.stages().stream().map(Stage::name).toList(),
                arrived.stages().stream().map(Stage::name).toList());
        for (int epoch = 0; epoch < 50; epoch++) {
            DrawKey key = new DrawKey(3, epoch, "a");
            for (Stage stage : pipeline.stages()) {
                ImageSize size = new ImageSize(33, 20);
                assertEquals(
                        pipeline.only(stage.name()).draw(size, key),
                        arrived.only(stage.name()).draw(size, key));
            }
        }
    }

    @Test
    void theTextIsOfTheStagesAloneWithTheirOverrides() {
        Settings file = Settings.parse(
                "name: turn # and more\nstages:\n  - rotate: {degrees: [-5e-1, 7]} # a little\n  - mirror\n"
                        + "train: {epochs: 3}\n",
                "p.yaml",
                Path.of(""));
        Pipeline pipeline = Pipeline.from(file.with("stages.mirror.p", "0.25"));
        assertEquals(
                "stages:\n- rotate:\n    degrees:\n    - -0.5\n    - 7\n- mirror:\n    p: 0.25\n", pipeline.yaml());
        assertEquals(
                "stages:\n- mirror:\n    p: 0.25\n", pipeline.only("mirror").yaml());
        assertEquals("stages: []\n", Pipeline.none().yaml());
    }

    @Test
    void stagesMadeInCodeHaveNoText() {
        Pipeline pipeline = Pipeline.of(List.of(new SingleStage("mirror", 1, new Fixed(new Mirror(Axis.VERTICAL)))));
        assertEquals(
                "a pipeline of stages that were made in code has no text; write them in YAML and parse that",
                assertThrows(IllegalStateException.class, () -> pipeline.yaml()).getMessage());
    }

    @Test
    void aWrongTextIsToldByItsLine() {
        for (String[] wrong : new String[][] {
            {"stages:\n  - rotate: {degrees: 400}", "line 2: stages[0].rotate: degrees must lie in [-360, 360], got 400"
            },
            {"stage: []", "line 1: 'stages' is missing; is 'stage' meant to be it?; write 'stages: []' for none"},
            {"mirror", "line 1: the file must be a mapping of keys to values, got 'mirror'"},
        }) {
            String message = assertThrows(SettingsException.class, () -> {
                        Pipeline unused = Pipeline.parse(wrong[0]);
                    })
                    .getMessage();
            assertEquals("pipeline, " + wrong[1], message);
        }
    }
}
