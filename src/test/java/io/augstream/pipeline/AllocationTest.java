package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllocationTest {
    @TempDir
    private Path folder = Path.of("");

    /**
     * In a JVM of its own without the Vector API: which vectors HotSpot leaves on the heap depends on when it compiles what, and would
     * hide what is asked here. Memory for pictures and rows is the same for both kinds of loops.
     */
    @Test
    void inSteadyStateNoKindOfStageAllocatesAPicture() throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PicturesAllocated.class.getName())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        assertEquals(0, builder.start().waitFor(), Files.readString(err));
        assertEquals("", Files.readString(out));
    }
}
