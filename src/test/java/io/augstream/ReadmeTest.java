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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
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

        run("EtlJob", pipeline.toString(), SAMPLES.toString(), out.toString());

        Image written = ImageFiles.read(out.resolve("03.png"));
        Image expected =
                Pipeline.load(pipeline).apply(ImageFiles.read(SAMPLES.resolve("03.png")), new DrawKey(42, 0, "03.png"));
        assertArrayEquals(expected.samples(), written.samples());
        try (var files = Files.list(out)) {
            assertEquals(28, files.count());
        }
    }

    @Test
    void theFunctionForWorkersDoesTheSameAfterItsJourney() throws Exception {
        Pipeline pipeline = Pipeline.parse("stages: [{rotate: {degrees: [-180, 180]}}, {noise: {std: [0, 5e-2]}}]");
        byte[] file = Files.readAllBytes(SAMPLES.resolve("03.png"));
        byte[] png;
        try (URLClassLoader classes = compiled("Augment")) {
            Class<?> type = classes.loadClass("Augment");
            Object arrived = journeyed(type.getConstructor(Pipeline.class).newInstance(pipeline), classes);
            png = (byte[]) type.getMethod("apply", String.class, byte[].class).invoke(arrived, "03.png", file);
        }

        Image expected = pipeline.apply(ImageFiles.read(SAMPLES.resolve("03.png")), new DrawKey(42, 0, "03.png"));
        Path written = Files.write(folder.resolve("worker.png"), png);
        assertArrayEquals(expected.samples(), ImageFiles.read(written).samples());
    }

    /** As Spark ships a function to its executors. */
    private static Object journeyed(Object function, ClassLoader classes) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(function);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
                return Class.forName(described.getName(), false, classes);
            }
        }) {
            return in.readObject();
        }
    }

    /** The same data by its definition: whether a point lies between the circles of radius 0.4 and 0.8. */
    @Test
    void theTrainerExampleLearnsARingAndGoesOnWhereItWasStopped() throws Exception {
        run("RingJob", folder.toString());

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
        run("RingJob", folder.toString());
        assertArrayEquals(last, Files.readAllBytes(CheckpointFolder.last(folder)), "all epochs were done");
    }

    @Test
    void thePipelineFileIsOneThatCanBeMeasured() throws IOException {
        Settings settings = Settings.parse(
                block("yaml", "data:"), "README.md", Path.of("pipelines").toAbsolutePath());

        assertEquals(
                5, ExperimentSettings.from(settings, "readme").measure().seeds().size());
    }

    /** Compiles a block of Java and calls its main. */
    private void run(String name, String... arguments) throws Exception {
        try (URLClassLoader classes = compiled(name)) {
            classes.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) arguments);
        }
    }

    private URLClassLoader compiled(String name) throws Exception {
        Path source = Files.writeString(
                folder.resolve(name + ".java"), block("java", "(?=[^`]*public class " + name + "\\b)"));
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
        return new URLClassLoader(new URL[] {folder.toUri().toURL()});
    }

    /** The first fenced block of a language that begins with {@code start}. */
    private static String block(String language, String start) throws IOException {
        Matcher matcher = Pattern.compile("```" + language + "\\n(" + start + ".*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        if (!matcher.find()) {
            throw new AssertionError("README.md has no block of " + language + " that begins with " + start);
        }
        return matcher.group(1);
    }
}
