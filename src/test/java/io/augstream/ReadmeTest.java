package io.augstream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.lab.ExperimentSettings;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import io.augstream.settings.Settings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path source = Files.writeString(folder.resolve("EtlJob.java"), block("java"));
        Path pipeline =
                Files.writeString(folder.resolve("stages.yaml"), "stages:\n  - rotate: {degrees: [-180, 180]}\n");
        Path out = Files.createDirectory(folder.resolve("out"));

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
            classes.loadClass("EtlJob").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {pipeline.toString(), SAMPLES.toString(), out.toString()});
        }

        Image written = ImageFiles.read(out.resolve("03.png"));
        Image expected =
                Pipeline.load(pipeline).apply(ImageFiles.read(SAMPLES.resolve("03.png")), new DrawKey(42, 0, "03.png"));
        assertArrayEquals(expected.samples(), written.samples());
        try (var files = Files.list(out)) {
            assertEquals(28, files.count());
        }
    }

    @Test
    void thePipelineFileIsOneThatCanBeMeasured() throws IOException {
        Settings settings =
                Settings.parse(block("yaml"), "README.md", Path.of("pipelines").toAbsolutePath());

        assertEquals(
                5, ExperimentSettings.from(settings, "readme").measure().seeds().size());
    }

    /** The first fenced block of a language. */
    private static String block(String language) throws IOException {
        Matcher matcher = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        if (!matcher.find()) {
            throw new AssertionError("README.md has no block of " + language);
        }
        return matcher.group(1);
    }
}
