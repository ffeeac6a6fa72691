package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
    @TempDir
    private Path folder = Path.of("");

    /**
     * In a JVM of its own, as which vectors HotSpot leaves on the heap depends on all that ran before; without the Vector API and
     * with it.
     */
    @ParameterizedTest
    @ValueSource(strings = {"java.base", "jdk.incubator.vector"})
    void inSteadyStateNoKindOfStageAllocatesAPicture(String module) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        module,
                        "-cp",
                        System.getProperty("java.class.path"),
                        PicturesAllocated.class.getName())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        assertEquals(0, builder.start().waitFor(), Files.readString(err));
        assertEquals("", Files.readString(out));
    }
}
