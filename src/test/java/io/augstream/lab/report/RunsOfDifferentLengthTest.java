package io.augstream.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.augstream.lab.ArmResult;
import io.augstream.lab.EpochScores;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Measurements;
import io.augstream.lab.Results;
import io.augstream.lab.RunResult;
import io.augstream.train.Score;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In epoch n a tenth of n is right, of the training images and of all others: what a figure reads tells its epoch. */
final class RunsOfDifferentLengthTest {
    private static final ArmResult FOUR = new ArmResult("none", List.of(run(1, 4), run(2, 4)));
    private static final ArmResult CHOSEN = new ArmResult("early", List.of(run(1, 3, 1), run(2, 5, 3)));
    private static final ArmResult STOPPED = new ArmResult("stopped", List.of(run(1, 2), run(2, 3)));

    @Test
    void figuresAreThoseOfTheEpochThatCounts() {
        assertEquals(0.1, CHOSEN.runs().get(0).test().accuracy());
        assertEquals(0.3, CHOSEN.runs().get(1).train().accuracy());
        assertEquals(0.3, STOPPED.runs().get(1).test().accuracy());
    }

    @Test
    void theTableSaysHowLongArmsTrainedAndWhichEpochsCount() {
        String table = ResultTable.of(Results.of(FOUR, CHOSEN, STOPPED), StandardCharsets.UTF_8)
                .replace('\n', ' ');

        assertTrue(
                table.contains(" Figures of the last epoch or the one that validation chose on clean images: "), table);
        assertTrue(
                table.contains(" Epochs trained: none 4, early 3 to 5 (figures of 1 to 3), stopped 2 to 3. "), table);
    }

    @Test
    void whereAllArmsTrainAsLongAsPlannedThereIsNothingToTell() {
        String table = ResultTable.of(Results.of(FOUR), StandardCharsets.UTF_8).replace('\n', ' ');

        assertTrue(table.contains(" Figures of the last epoch (4) on clean images: "), table);
        assertFalse(table.contains("Epochs trained"), table);
    }

    @Test
    void theReportSaysOfEachRunWhichEpochCounts() throws IOException {
        ExperimentResult result = Results.of(FOUR, CHOSEN);

        JsonNode report = new ObjectMapper()
                .readTree(ReportJson.of(
                        result,
                        new Provenance("", result.seeds(), result.data(), Instant.EPOCH, Duration.ofSeconds(1)).asMap(),
                        Optional.empty()));

        assertEquals(
                "last epoch or the one that validation chose",
                report.path("figures_of").asText());
        JsonNode run = report.path("arms").path(1).path("runs").path(1);
        assertEquals(5, run.path("epochs").asInt());
        assertEquals(3, run.path("figures_of_epoch").asInt());
        assertEquals(0.3, run.path("test_accuracy").asDouble());
        assertEquals(0.3, run.path("validation_accuracy").asDouble());
        assertEquals("epoch that validation chose", Results.of(none(CHOSEN)).figuresOf());
    }

    @Test
    void metricsMarkTheEpochThatCounts() {
        List<String> rows = MetricsCsv.of(Results.of(none(CHOSEN))).lines().toList();

        assertEquals(1 + 3 + 5, rows.size());
        assertEquals(
                List.of("figures", "1", "0", "0", "0", "0", "1", "0", "0"),
                rows.stream()
                        .map(row -> row.substring(row.lastIndexOf(',') + 1))
                        .toList());
    }

    @Test
    void theEpochThatCountsIsOneOfThoseThatWereTrainedAndScored() {
        assertThrows(IllegalArgumentException.class, () -> run(1, 3, 4));
        assertThrows(IllegalArgumentException.class, () -> run(1, 3, 0));
        List<EpochScores> unscored = List.of(new EpochScores(1, null, null, new Score(0.5, 1)));
        assertThrows(IllegalArgumentException.class, () -> new RunResult(1, unscored, 1));
    }

    private static ArmResult none(ArmResult arm) {
        return new ArmResult("none", arm.runs());
    }

    private static RunResult run(int seed, int epochs) {
        return new RunResult(seed, scores(epochs), 1);
    }

    private static RunResult run(int seed, int epochs, int chosen) {
        return new RunResult(
                seed,
                scores(epochs),
                1,
                null,
                OptionalInt.of(chosen),
                Optional.empty(),
                Optional.empty(),
                new Measurements(Map.of(), Map.of()));
    }

    private static List<EpochScores> scores(int epochs) {
        return IntStream.rangeClosed(1, epochs)
                .mapToObj(epoch -> {
                    Score score = new Score(epoch / 10.0, 1);
                    return new EpochScores(epoch, score, score, score);
                })
                .toList();
    }
}
