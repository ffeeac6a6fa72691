package io.augstream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.lab.ExperimentSettings;
import io.augstream.nn.Dense;
import io.augstream.nn.Initializer;
import io.augstream.nn.Network;
import io.augstream.nn.Relu;
import io.augstream.nn.Shape;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import io.augstream.settings.Settings;
import io.augstream.train.Checkpoint;
import io.augstream.train.CheckpointFolder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows must work as it stands there. */
final class ReadmeTest {
    private static final Path SAMPLES = Path.of("samples", "train", "star");

    @TempDir
    Path folder;

    @Test
    void theLibraryExampleCompilesAndAugmentsAFolder() throws Exception {
        Path pipeline =
                Files.writeString(folder.resolve("stages.yaml"), "stages:\n  - rotate: {degrees: [-180, 180]}\n");
        Path out = Files.createDirectory(folder.resolve("out"));

        run("EtlJob", 0, pipeline.toString(), SAMPLES.toString(), out.toString());

        Image written = ImageFiles.read(out.resolve("03.png"));
        Image expected =
                Pipeline.load(pipeline).apply(ImageFiles.read(SAMPLES.resolve("03.png")), new DrawKey(42, 0, "03.png"));
        assertArrayEquals(expected.samples(), written.samples());
        try (var files = Files.list(out)) {
            assertEquals(28, files.count());
        }
    }

    /** The same data by its definition: whether a point lies between the circles of radius 0.4 and 0.8. */
    @Test
    void theTrainerExampleLearnsARingAndGoesOnWhereItWasStopped() throws Exception {
        run("RingJob", 1, folder.toString());

        Network network = Network.create(
                List.of(
                        new Dense(32, true, Initializer.HE_NORMAL),
                        new Relu(),
                        new Dense(2, true, Initializer.HE_NORMAL)),
                Shape.vector(2),
                99);
        Checkpoint.read(CheckpointFolder.best(folder)).loadInto(network);
        int right = 0;
        for (int i = 0; i < 41 * 41; i++) {
            float[] point = {(i % 41 - 20) / 20f, (i / 41 - 20) / 20f};
            double radius = Math.hypot(point[0], point[1]);
            float[] logits = network.evaluate(point, 1);
            right += logits[1] > logits[0] == (radius > 0.4 && radius < 0.8) ? 1 : 0;
        }
        assertTrue(right > 0.9 * 41 * 41, right + " of " + 41 * 41);

        byte[] last = Files.readAllBytes(CheckpointFolder.last(folder));
        run("RingJob", 1, folder.toString());
        assertArrayEquals(last, Files.readAllBytes(CheckpointFolder.last(folder)), "all epochs were done");
    }

    @Test
    void thePipelineFileIsOneThatCanBeMeasured() throws IOException {
        Settings settings = Settings.parse(
                block("yaml", 0), "README.md", Path.of("pipelines").toAbsolutePath());

        assertEquals(
                5, ExperimentSettings.from(settings, "readme").measure().seeds().size());
    }

    /** Compiles a block of Java and calls its main. */
    private void run(String name, int number, String... arguments) throws Exception {
        Path source = Files.writeString(folder.resolve(name + ".java"), block("java", number));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertEquals(0, status, "the compiler's exit code");
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            classes.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) arguments);
        }
    }

    /** The fenced block of a language with this number, from 0. */
    private static String block(String language, int number) throws IOException {
        Matcher matcher = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        for (int i = 0; i <= number; i++) {
            if (!matcher.find()) {
                throw new AssertionError("README.md has no block " + number + " of " + language);
            }
        }
        return matcher.group(1);
    }
}
