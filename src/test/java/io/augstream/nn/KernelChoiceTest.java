package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelChoiceTest {
    /** A process of its own, as a library user's is. */
    static final class LibraryUser {
        private LibraryUser() {}

        public static void main(String[] arguments) {
            List<LayerSpec> layers = List.of(new Dense(2, true, Initializer.HE_NORMAL));
            float[] first = Network.create(layers, Shape.vector(3), 1).evaluate(new float[3], 1);
            float[] second = Network.create(layers, Shape.vector(3), 1).evaluate(new float[3], 1);
            System.out.println(Kernels.selected().name() + " " + (first[0] == second[0]));
            System.out.println("described: " + Kernels.describe());
        }
    }

    /** As a library user's JVM is, and as a run-time image is that holds little more than java.base. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--limit-modules=java.base",
                "--limit-modules=java.management",
                "--limit-modules=java.logging"
            })
    void withoutTheModuleScalarKernelsRunAndOneLogLineSaysSo(String option) throws IOException, InterruptedException {
        String output = run(option);
        String reason = "scalar kernels: several times faster with --add-modules jdk.incubator.vector";
        List<String> lines = output.lines().toList();
        assertTrue(lines.contains("scalar true"), output);
        assertTrue(lines.contains("described: " + reason), output);
        assertEquals(1, loggedLines(lines, reason), output);
    }

    @Test
    void aMachineThatCannotBeAskedIsTakenToHaveTheInstruction() throws IOException, InterruptedException {
        String output = run("--limit-modules=java.base,jdk.incubator.vector", "--add-modules=jdk.incubator.vector");
        List<String> lines = output.lines().toList();
        assertTrue(lines.contains("vector true"), output);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("described: vector kernels: ")), output);
        assertEquals(0, loggedLines(lines, "kernels: "), output);
    }

    private static long loggedLines(List<String> lines, String text) {
        return lines.stream()
                .filter(line -> line.contains(text) && !line.startsWith("described: "))
                .count();
    }

    private static String run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream.of(options).filter(option -> !option.isEmpty()).forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LibraryUser.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
