package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pictures that are bright on the left or on the right. Those to validate on are called the other way round, so that the stage
 * that always mirrors is right about all of them, and no stage about none. How the test pictures are called decides what the
 * confirmation can show, to the point.
 */
final class RecommendTest {
    private static final String FILE =
            """
            data: {root: data}
            stages: [mirror: {p: 1}]
            network: [flatten, dense: {units: classes}]
            train: {epochs: 4, batch: 4, learning_rate: 0.1}
            measure: {seeds: 6, arms: [none, mirror]}
            """;

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void draw() throws IOException {
        out = folder.resolve("out");
        pictures("train", 6, 0);
        pictures("validation", 4, 4);
    }

    @ParameterizedTest(name = "{0} of 4 test pictures mirrored: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | mirror              | by +100 +-0.0 points (95% interval over 6 seeds, p = 0.031): it helps.",
                "0 | none, the baseline  | by -100 +-0.0 points (95% interval over 6 seeds, p = 0.031): it hurts.",
                "2 | none, the baseline  | by 0.0 +-0.0 points (95% interval over 6 seeds, p = 1.000): not shown to help.",
            })
    void anArmIsChosenOnValidationAndConfirmedOnTheTestPicturesByFreshSeeds(int mirrored, String arm, String shown)
            throws IOException {
        pictures("test", 4, mirrored);
        CommandRun run = recommended(FILE);

        assertEquals("0 ", run.failure(folder));
        String told = flat(run.out());
        assertTrue(told.contains("recommendation Recommended: " + arm + "."), run.out());
        assertTrue(
                told.contains("of 2 arms, mirror had the best mean validation accuracy over the seeds 1 to 6, 100.0%,"
                        + " against 0.0% of none."),
                run.out());
        assertTrue(
                told.contains("on the fresh seeds 7 to 12, mirror changed test accuracy against none " + shown), told);
        assertTrue(told.endsWith("Written to " + out.resolve("recommended.yaml") + ". "), run.out());
        assertEquals(
                mirrored == 4, Files.readString(out.resolve("recommended.yaml")).contains("- mirror:"));
        assertTrue(Files.readString(out.resolve("confirmation/pipeline.yaml"))
                .contains("seeds:\n  - 7\n  - 8\n  - 9\n  - 10\n  - 11\n  - 12\n  arms:"));
    }

    /** Beside what they said before, dates and all. */
    @Test
    void pageAndReportTellTheRecommendation() throws IOException {
        pictures("test", 4, 4);
        assertEquals("0 ", measured(FILE).failure(folder));
        JsonNode before = new ObjectMapper().readTree(out.resolve("report.json").toFile());
        assertTrue(before.path("recommendation").isNull());
        assertFalse(Files.readString(out.resolve("report.html")).contains("What to train with"));

        assertEquals("0 ", recommended(FILE).failure(folder));

        ObjectNode after = (ObjectNode)
                new ObjectMapper().readTree(out.resolve("report.json").toFile());
        assertEquals(
                new ObjectMapper()
                        .readTree(
                                """
                                {"arm": "mirror", "chosen_by": "validation_accuracy",
                                 "chosen": {"arm": "mirror", "mean": 1.0}, "baseline": {"arm": "none", "mean": 0.0},
                                 "confirmation": {"seeds": [7, 8, 9, 10, 11, 12], "metric": "test_accuracy", "difference": 1.0,
                                  "low": 1.0, "high": 1.0, "p": 0.03125, "verdict": "helps"}}"""),
                after.remove("recommendation"));
        ((ObjectNode) before).remove("recommendation");
        assertEquals(before, after);
        String page = Files.readString(out.resolve("report.html"));
        assertTrue(page.contains("What to train with"), page);
        assertTrue(page.contains("Recommended: mirror."), page);
        assertTrue(page.contains("by +100\u00a0\u00b10.0 points"), page);
    }

    @Test
    void aBaselineThatIsBestIsRecommendedWithoutATraining() throws IOException {
        pictures("test", 4, 4);
        pictures("validation", 4, 0);
        CommandRun run = recommended(FILE);

        assertEquals("0 ", run.failure(folder));
        assertTrue(flat(run.out()).contains("It is the baseline itself, so there was nothing to confirm."), run.out());
        assertTrue(Files.readString(out.resolve("recommended.yaml")).contains("# Recommended: none, the baseline."));
        assertFalse(Files.exists(out.resolve("confirmation")));
        JsonNode recommendation =
                new ObjectMapper().readTree(out.resolve("report.json").toFile()).path("recommendation");
        assertEquals("none", recommendation.path("arm").asText());
        assertTrue(recommendation.path("confirmation").isNull());
    }

    /** The very losses of the confirmation's last epoch, to every digit that train shows. */
    @Test
    void trainRunsTheRecommendedFileAsTheArmWasTrained() throws IOException {
        pictures("test", 4, 4);
        assertEquals("0 ", recommended(FILE.replace("0.1}", "0.003}")).failure(folder));

        CommandRun train = CommandRun.of(
                "train", out.resolve("recommended.yaml"), "--out", folder.resolve("trained"), "--seed=9", "--quiet");

        assertEquals("0 ", train.failure(folder));
        String confirmed = Files.readAllLines(out.resolve("confirmation/metrics.csv")).stream()
                .filter(line -> line.startsWith("mirror,9,4,"))
                .findFirst()
                .orElseThrow();
        double loss = Double.parseDouble(confirmed.split(",", -1)[8]);
        assertTrue(loss > 1e-3, "a loss of " + loss + " would be no test");
        String row = String.format(Locale.ROOT, ".* test [0-9.]+ %.4f .*", loss);
        assertTrue(flat(train.out()).matches(row), train.out() + confirmed);
    }

    /** Killed after the first four of the confirmation's runs, and before its report. */
    @Test
    void aKilledRecommendationGoesOnWhereItWas() throws IOException {
        pictures("test", 4, 4);
        CommandRun whole = recommended(FILE);
        String file = Files.readString(out.resolve("recommended.yaml"));
        String metrics = Files.readString(out.resolve("confirmation/metrics.csv"));
        FileTime longAgo = FileTime.fromMillis(0);
        for (int seed = 7; seed <= 12; seed++) {
            for (int arm = 1; arm <= 2; arm++) {
                Path kept = out.resolve("confirmation/kept/arm" + arm + "-seed" + seed + ".json");
                if (seed < 9) {
                    Files.setLastModifiedTime(kept, longAgo);
                } else {
                    Files.delete(kept);
                }
            }
        }
        for (String name : List.of("recommended.yaml", "confirmation/report.json", "confirmation/metrics.csv")) {
            Files.delete(out.resolve(name));
        }

        CommandRun again = recommended(FILE);

        assertEquals("0 ", again.failure(folder));
        assertEquals(
                whole.out().replaceFirst("Written to .*out\\.", ""),
                again.out().replaceFirst("Nothing was left to do: .*finished\\.", ""));
        assertEquals(file, Files.readString(out.resolve("recommended.yaml")));
        assertEquals(metrics, Files.readString(out.resolve("confirmation/metrics.csv")));
        assertEquals(longAgo, Files.getLastModifiedTime(out.resolve("confirmation/kept/arm2-seed8.json")));
    }

    @Test
    void theSameCommandTellsItAgainAndKeepsAFileThatSomebodyChanged() throws IOException {
        pictures("test", 4, 4);
        assertEquals("0 ", recommended(FILE).failure(folder));
        assertEquals("0 ", recommended(FILE).failure(folder));
        Path file = out.resolve("recommended.yaml");
        Files.writeString(file, Files.readString(file).replace("epochs: 4", "epochs: 400"));

        assertEquals(
                "2 augstream: DIR/out/recommended.yaml: is there and says something else than this recommendation; move"
                        + " it away, and the same command goes on; --force would train all anew, --out would take"
                        + " another folder",
                recommended(FILE).failure(folder));
        assertTrue(Files.readString(file).contains("epochs: 400"));
        assertEquals("0 ", recommended(FILE, "--force").failure(folder));
        assertFalse(Files.readString(file).contains("epochs: 400"));
    }

    @Test
    void aConfirmationIsNotRepeatedOnOtherSeeds() throws IOException {
        pictures("test", 4, 4);
        assertEquals("0 ", recommended(FILE).failure(folder));
        Files.delete(out.resolve("report.json"));

        assertEquals(
                "2 augstream: DIR/out/confirmation: the recommendation was confirmed on the seeds 7 to 12, and these would"
                        + " be 8 to 14; it is confirmed once, for whoever tries again until it holds confirms anything;"
                        + " --force would train all anew, --out would take another folder",
                recommended(FILE, "--seeds=7").failure(folder));
        assertFalse(Files.exists(out.resolve("kept/arm1-seed7.json")));
    }

    /** A report of more seeds would have lost it, and it is confirmed once. */
    @Test
    void seedsAreNotAddedToAnExperimentThatRecommends() throws IOException {
        pictures("test", 4, 4);
        assertEquals("0 ", recommended(FILE).failure(folder));

        assertEquals(
                "2 augstream: DIR/out: holds a recommendation by the seeds 1 to 6, which other seeds may not agree with;"
                        + " --force would replace it, --out would take another folder",
                measured(FILE, "--seeds=8").failure(folder));
    }

    /** Neither --force nor a report of fewer seeds makes seeds fresh again. */
    @Test
    void seedsWhoseResultsWereToldAreNotFresh() throws IOException {
        pictures("test", 4, 4);
        String refused =
                "2 augstream: DIR/out: a recommendation is confirmed on the seeds 7 to 12, and results of 7 to 9"
                        + " were told here before; fresh ones are numbered on from the largest of measure.seeds, so"
                        + " that --seeds 9 would do";
        assertEquals("0 ", measured(FILE, "--seeds=9").failure(folder));
        assertEquals(refused, recommended(FILE, "--force").failure(folder));

        assertEquals("0 ", measured(FILE, "--force").failure(folder));

        assertEquals(refused, recommended(FILE).failure(folder));
        assertEquals("0 ", recommended(FILE, "--seeds=9").failure(folder));
    }

    /** What is killed after --force has no report to remember by. */
    @Test
    void anExperimentThatWasNotFinishedRemembersTheSeedsOfTheOneBefore() throws IOException {
        pictures("test", 4, 4);
        assertEquals("0 ", measured(FILE, "--seeds=9").failure(folder));
        assertEquals("0 ", measured(FILE, "--force").failure(folder));
        Files.delete(out.resolve("report.json"));

        assertTrue(recommended(FILE).failure(folder).contains("results of 7 to 9 were told here before"));
    }

    /** Of the confirmation those are that come before the new ones' end. */
    @Test
    void seedsOfAConfirmationAreFreshForNoOther() throws IOException {
        pictures("test", 4, 4);
        assertEquals("0 ", recommended(FILE).failure(folder));

        assertTrue(recommended(FILE, "--force", "--seeds=7")
                .failure(folder)
                .contains("confirmed on the seeds 8 to 14, and results of 8 to 12 were told here before"));
        assertEquals("0 ", recommended(FILE, "--force").failure(folder));
    }

    @Test
    void anExperimentThatIsReplacedTakesItsRecommendationWithIt() throws IOException {
        pictures("test", 4, 4);
        assertEquals("0 ", recommended(FILE).failure(folder));
        Path own = Pictures.text(out.resolve("confirmation/notes.txt"), "mine");

        CommandRun other = measured(FILE.replace("epochs: 4", "epochs: 2"), "--force");

        assertEquals("0 ", other.failure(folder));
        assertFalse(Files.exists(out.resolve("recommended.yaml")));
        try (Stream<Path> left = Files.list(out.resolve("confirmation"))) {
            assertEquals(List.of(own), left.toList());
        }
    }

    @Test
    void severalFilesAreRecommendedEachByItself() throws IOException {
        pictures("test", 4, 4);
        Path one = Pictures.text(folder.resolve("one.yaml"), FILE);
        Path two = Pictures.text(folder.resolve("two.yaml"), FILE);

        CommandRun run = CommandRun.of("measure", one, two, "--out", out, "--recommend", "--quiet");

        assertEquals("0 ", run.failure(folder));
        assertTrue(
                Files.exists(out.resolve("one/recommended.yaml")) && Files.exists(out.resolve("two/recommended.yaml")));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[none, mirror]}  | [none]}                          | line 5: measure: --recommend chooses between arms, and"
                        + " there is but one",
                "seeds: 6         | seeds: 2, primary: gap           | line 5: measure.primary: --recommend chooses by how well"
                        + " an arm does on images that it was not trained on: test_accuracy or test_loss",
                "seeds: 6         | seeds: [999999999999999999]      | line 5: measure.seeds: --recommend numbers fresh seeds on"
                        + " from the largest, to 18 digits",
            })
    void whatCannotBeChosenFromIsRefusedBeforeAnyTraining(String written, String instead, String error)
            throws IOException {
        pictures("test", 4, 4);
        assertEquals(
                "2 augstream: DIR/p.yaml, " + error,
                recommended(FILE.replace(written, instead)).failure(folder));
        assertFalse(Files.exists(out));
    }

    @Test
    void withoutAValidationSplitThereIsNothingToChooseBy() throws IOException {
        Pictures.twoClasses(folder.resolve("unsplit"));
        String none = FILE.replace("root: data", "root: unsplit, validation: 0");
        assertEquals(
                "2 augstream: DIR/p.yaml, line 1: data.validation: --recommend chooses on the validation split, and there"
                        + " is none: data.validation above 0 takes one from the training images",
                recommended(none).failure(folder));
        assertFalse(Files.exists(out));
    }

    @Test
    void aConfirmationThatIsAtWorkIsLeftAlone() throws IOException {
        pictures("test", 4, 4);
        assertEquals("0 ", recommended(FILE).failure(folder));
        Files.delete(out.resolve("recommended.yaml"));
        Path lock = out.resolve("confirmation/kept/lock");
        try (FileChannel file = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            file.lock();
            assertEquals(
                    "2 augstream: DIR/out/confirmation: a measure is at work here; wait for its end, or stop it",
                    recommended(FILE).failure(folder));
        }
        assertFalse(Files.exists(out.resolve("recommended.yaml")));
        assertEquals("0 ", recommended(FILE).failure(folder));
    }

    @Test
    void aFileInThePlaceOfTheConfirmationIsRefused() throws IOException {
        pictures("test", 4, 4);
        Pictures.text(out.resolve("confirmation"), "mine");
        assertEquals(
                "2 augstream: DIR/out/confirmation: is a file; the confirmation needs a folder",
                recommended(FILE).failure(folder));
    }

    @Test
    void aFolderInThePlaceOfTheFileIsRefused() throws IOException {
        pictures("test", 4, 4);
        Files.createDirectories(out.resolve("recommended.yaml"));
        assertTrue(recommended(FILE)
                .failure(folder)
                .startsWith("2 augstream: DIR/out/recommended.yaml: is there and says"));
    }

    private CommandRun recommended(String yaml, String... options) throws IOException {
        return measured(
                yaml,
                Stream.concat(Stream.of("--recommend"), Stream.of(options)).toArray(String[]::new));
    }

    private CommandRun measured(String yaml, String... options) throws IOException {
        Path file = Pictures.text(folder.resolve("p.yaml"), yaml);
        return CommandRun.of(Stream.concat(Stream.of("measure", file, "--out", out, "--quiet"), Stream.of(options))
                .toArray());
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** @param mirrored so many of each class are called by the side on which they are dark */
    private void pictures(String split, int each, int mirrored) throws IOException {
        for (int i = 0; i < each; i++) {
            picture(split, "left", i, i >= mirrored);
            picture(split, "right", i, i < mirrored);
        }
    }

    /** The shade, from 150 to 250 of 255, tells the pictures of a class apart. */
    private void picture(String split, String name, int number, boolean brightLeft) throws IOException {
        byte[] samples = new byte[64];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % 8 < 4 == brightLeft ? 150 + 20 * number : 0);
        }
        Path file = folder.resolve("data").resolve(split).resolve(name).resolve(number + ".png");
        Pictures.write(file, Image.of(new ImageSize(8, 8), 1, samples));
    }
}
