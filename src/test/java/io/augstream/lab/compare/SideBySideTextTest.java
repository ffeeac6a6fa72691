package io.augstream.lab.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures are drawn by hand; every interval of a report is ±1.0 points. */
final class SideBySideTextTest {
    private final Path folder;

    SideBySideTextTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** none differs by 1, 2, 3, 2 and 2 points: 2.0 ± 2.776 · √(1/2) / √5 = 0.878; rotate by 1 point for each seed. */
    @Test
    void runsOnTheSameImagesAreReadInEightyColumns() throws IOException {
        Path fast = run("fast")
                .pipeline("name: fast\ntrain: {rate: 0.02}\nmeasure: {seeds: [1, 2, 3, 4, 5]}\n")
                .arm("none", 0.5, 0.4, 0.5, 0.5, 0.5, 0.5, 0.5)
                .arm("rotate", 0.6, 0.1, 0.6, 0.6, 0.6, 0.6, 0.6)
                .verdict("rotate", 0.1, "helps", "null")
                .write(folder.resolve("a"));
        Path slow = run("slow")
                .pipeline("name: slow\ntrain: {rate: 0.01}\nmeasure: {seeds: [1, 2, 3, 4, 5]}\n")
                .kernels("scalar kernels")
                .exploratory()
                .arm("none", 0.52, 0.05, 0.51, 0.52, 0.53, 0.52, 0.52)
                .arm("rotate", 0.61, -0.05, 0.61, 0.61, 0.61, 0.61, 0.61)
                .arm("a_name_of_many_letters", 1, 0, 1, 1, 1, 1, 1)
                .verdict("rotate", 0, "no_effect_larger", "{\"margin\": 0.005}")
                .write(folder.resolve("b"));

        assertEquals(
                """
                run, arm  seeds  test %      gap        difference  verdict
                ────────────────────────────────────────────────────────────────────
                fast, against none
                  none        5   50.0 ±1.0  40.0 ±1.0
                  rotate      5   60.0 ±1.0  10.0 ±1.0  +10.0 ±1.0  helps
                slow, against none (exploratory)
                  none        5   52.0 ±1.0   5.0 ±1.0
                  rotate      5   61.0 ±1.0  -5.0 ±1.0    0.0 ±1.0  no effect larger
                                                                    than 0.5 points
                  a_name_of_many_letters
                              5  100.0 ±1.0   0.0 ±1.0

                Means and their 95% intervals over the seeds, on clean images; gap = train -
                test in points. Difference: test accuracy against the baseline of the same run,
                paired by seed. Verdicts are those of each run's own report, corrected for its
                own arms alone.

                All were made on the same images.
                The pipeline files differ:
                  train.rate: 0.02 (fast); 0.01 (slow)
                Made by different software, which should show in no figure:
                  kernels: vector kernels (fast); scalar kernels (slow)

                Test accuracy across runs: differences in points between arms of the same name,
                paired by seed, with 95% intervals. No correction for many comparisons is made:
                these are 2.
                slow minus fast
                  none    +2.0 ±0.9
                  rotate  +1.0 ±0.0
                """,
                text(fast, slow));
    }

    @Test
    void otherImagesAreToldLoudlyAndKeepRunsFromBeingPaired() throws IOException {
        Path a = simple("a").write(folder.resolve("a"));
        Path b = simple("b").trainImages("cccccccccccccccc").write(folder.resolve("b"));
        Path c = simple("c").write(folder.resolve("c"));

        String text = text(a, b, c);

        assertTrue(
                text.contains(
                        """
                        NOT THE SAME IMAGES: no comparison across runs of different images is paired.
                        The files are the same; what is drawn and prepared of them differs (seeds, data
                        section). SHA-256 that differ:
                          train: aaaaaaaaaaaa (a, c); cccccccccccc (b)
                        The pipeline files say the same.
                        """),
                text);
        assertTrue(
                text.endsWith(
                        """
                        a and b are not paired: different images.
                        c minus a
                          none  0.0 ±0.0
                        b and c are not paired: different images.
                        """),
                text);
    }

    @Test
    void filesThatNobodyReadKeepNothingFromBeingPaired() throws IOException {
        Path a = simple("a").write(folder.resolve("a"));
        Path b = simple("b").files("eeee").write(folder.resolve("b"));

        String text = text(a, b);

        assertTrue(
                text.contains("though files in the data folders differ.\nSHA-256:\n  files: ffff (a); eeee (b)\n"),
                text);
        assertTrue(text.contains("b minus a\n  none  0.0 ±0.0\n"), text);
    }

    @Test
    void otherSeedsAndNoCommonArmAreReasonsNotToPair() throws IOException {
        Path a = simple("a").write(folder.resolve("a"));
        Path b = new DrawnRun("b").seeds("6, 7").arm("all", 0.5, 0, 0.4, 0.6).write(folder.resolve("b"));

        assertTrue(text(a, b).endsWith("\na and b are not paired: different seeds, no arm of the same name.\n"));
    }

    /** Seeds in another order are the same seeds: each differs from its own by 0, and not by place. */
    @Test
    void pairsAreMadeBySeedAndNotByPlace() throws IOException {
        Path a = new DrawnRun("a")
                .seeds("1, 2, 3")
                .arm("none", 0.5, 0, 0.4, 0.5, 0.6)
                .write(folder.resolve("a"));
        Path b = new DrawnRun("b")
                .seeds("3, 1, 2")
                .arm("none", 0.5, 0, 0.6, 0.4, 0.5)
                .write(folder.resolve("b"));

        assertTrue(text(a, b).endsWith("\nb minus a\n  none  0.0 ±0.0\n"));
    }

    @Test
    void runsOfOneNameAreCalledByTheirFolders() throws IOException {
        Path a = simple("same").write(folder.resolve("a"));
        Path b = simple("same").kernels("others").write(folder.resolve("b"));

        assertTrue(text(a, b).endsWith("\nb minus a\n  none  0.0 ±0.0\n"));
    }

    @Test
    void aPipelineFileThatIsMissingOrChangedIsNotCompared() throws IOException {
        Path a = simple("a").write(folder.resolve("a"));
        Path b = simple("b").write(folder.resolve("b"));
        Files.delete(a.resolve("pipeline.yaml"));
        Files.writeString(b.resolve("pipeline.yaml"), "name: changed");

        String text = text(a, b);

        assertTrue(
                text.contains(
                        """
                        What the file of a says is not compared: there is no pipeline.yaml beside its
                        report.json.
                        What the file of b says is not compared: its pipeline.yaml was changed after the
                        run.
                        """),
                text);
    }

    private static DrawnRun run(String name) {
        return new DrawnRun(name);
    }

    private static DrawnRun simple(String name) {
        return run(name).arm("none", 0.5, 0.4, 0.5, 0.5, 0.5, 0.5, 0.5);
    }

    private static String text(Path... paths) {
        String text = SideBySideText.of(SideBySide.of(List.of(paths)));
        assertEquals(
                "",
                text.lines().filter(line -> line.length() > 80).collect(Collectors.joining("\n")),
                () -> Stream.of(paths).map(Path::toString).collect(Collectors.joining(" ")));
        return text;
    }
}
