package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {
    /** A process of its own, as a library user's is: without the module. */
    static final class LibraryUser {
        private LibraryUser() {}

        public static void main(String[] arguments) {
            List<LayerSpec> layers = List.of(new Dense(2, true, Initializer.HE_NORMAL));
            float[] first = Network.create(layers, Shape.vector(3), 1).evaluate(new float[3], 1);
            float[] second = Network.create(layers, Shape.vector(3), 1).evaluate(new float[3], 1);
            System.out.println(Kernels.selected().name() + " " + (first[0] == second[0]));
        }
    }

    @Test
    void withoutTheModuleScalarKernelsRunAndOneLogLineSaysSo() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), LibraryUser.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.lines().anyMatch(line -> line.equals("scalar true")), output);
        assertEquals(
                1,
                output.lines().filter(line -> line.contains("scalar kernels:")).count(),
                output);
    }
}
