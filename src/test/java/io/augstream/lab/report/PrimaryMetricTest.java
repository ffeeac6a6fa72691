package io.augstream.lab.report;

import static io.augstream.lab.Results.arm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.augstream.lab.ArmResult;
import io.augstream.lab.Comparison;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Metric;
import io.augstream.lab.Results;
import io.augstream.lab.statistics.Verdict;
import io.augstream.lab.statistics.VerdictRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Each loss is twice the error: rotate's test losses lie 0.20 ± 2.776 · 0.01/√5 nats below none's. */
final class PrimaryMetricTest {
    private static final int[] TRAIN = {996, 1000, 992, 1000, 988};
    private static final ArmResult NONE = arm("none", TRAIN, new int[] {700, 720, 690, 710, 705});
    private static final ArmResult ROTATE = arm("rotate", TRAIN, new int[] {800, 815, 795, 805, 810});

    /** Differences 10, −20, 30, −20 and −5 thousandths of accuracy: deviation 21.33, of the losses 0.04266. */
    private static final ArmResult SMOOTH = arm("smooth", TRAIN, new int[] {710, 700, 720, 690, 700});

    @Test
    void aSmallerLossHelpsAndALargerOneHurts() {
        assertEquals(Verdict.HELPS, verdict(Results.of(Metric.TEST_LOSS, VerdictRule.DEFAULT, NONE, ROTATE), "rotate"));
        ArmResult none = new ArmResult("none", ROTATE.runs());
        ArmResult worse = new ArmResult("worse", NONE.runs());
        assertEquals(Verdict.HURTS, verdict(Results.of(Metric.TEST_LOSS, VerdictRule.DEFAULT, none, worse), "worse"));
        assertEquals(Verdict.HURTS, verdict(Results.of(Metric.GAP, VerdictRule.DEFAULT, none, worse), "worse"));
    }

    @Test
    void theTableHasAColumnOfItAndNamesItBeneath() {
        String table =
                ResultTable.of(Results.of(Metric.TEST_LOSS, VerdictRule.DEFAULT, NONE, ROTATE), StandardCharsets.UTF_8);

        List<String> lines = table.lines().toList();
        assertTrue(lines.get(0).contains(" test loss "), table);
        assertTrue(lines.get(3).endsWith(" 0.39 ±0.02  helps"), table);
        assertTrue(lines.get(4).endsWith(" -0.20 ±0.01  p < 0.001"), table);
        assertTrue(
                table.replace('\n', ' ').contains(" Helps and hurts rest on test loss, less being better, at 5%: "),
                table);
        assertTrue(table.contains("\nTest loss without correction, p by t test"), table);
        lines.forEach(line -> assertTrue(line.length() <= 80, line));
    }

    /** One arm of 5 pairs at 5%: 1.6819970 deviations. */
    @Test
    void whatWouldHaveBeenFoundIsInItsUnit() {
        String table = ResultTable.of(
                        Results.of(Metric.TEST_LOSS, VerdictRule.DEFAULT, NONE, SMOOTH), StandardCharsets.UTF_8)
                .replace('\n', ' ');

        assertTrue(table.contains("found a change of test loss by 0.07 nats (smooth) or more."), table);
    }

    /** The differences' 90% interval ends at 0.002 + 2.131847 · 0.04266/√5 = 0.0427. */
    @Test
    void theSmallestEffectThatMattersIsInItsUnit() {
        VerdictRule rule = new VerdictRule(OptionalDouble.of(0.05), false);

        ExperimentResult result = Results.of(Metric.TEST_LOSS, rule, NONE, SMOOTH);

        assertEquals(Verdict.NO_EFFECT_LARGER, verdict(result, "smooth"));
        String table = ResultTable.of(result, StandardCharsets.UTF_8);
        assertTrue(table.contains("  no effect larger\n"), table);
        assertTrue(table.contains("  than 0.05 nats\n"), table);
        assertTrue(table.contains("\nTest loss changes by no more than 0.05 nats (90% interval"), table);
    }

    @Test
    void theGapIsTestedOnceWhereItIsThePrimaryMetricItself() {
        ExperimentResult result = Results.of(Metric.GAP, VerdictRule.DEFAULT, NONE, ROTATE);

        assertEquals(
                List.of(Metric.GAP),
                result.comparisons().stream().map(Comparison::metric).toList());
        assertEquals(Verdict.HELPS, verdict(result, "rotate"));
        assertFalse(ResultTable.of(result, StandardCharsets.UTF_8).contains("Smaller gap only"));
    }

    @Test
    void theReportNamesItAndHasItsMeans() throws IOException {
        ExperimentResult result = Results.of(Metric.TRAIN_LOSS, VerdictRule.DEFAULT, NONE, ROTATE);

        JsonNode report = new ObjectMapper()
                .readTree(ReportJson.of(
                        result,
                        new Provenance("", result.seeds(), result.data(), Instant.EPOCH, Duration.ofSeconds(1)).asMap(),
                        Optional.empty()));

        assertEquals("train_loss", report.path("primary").asText());
        assertEquals(
                "train_loss", report.path("comparisons").path(0).path("metric").asText());
        // The errors are 4, 0, 8, 0 and 12 thousandths, 4.8 in the mean.
        assertEquals(
                0.0096,
                report.path("arms").path(0).path("train_loss").path("mean").asDouble(),
                1e-12);
    }

    @Test
    void natsAreWrittenShort() {
        assertEquals("0.05 nats", Nats.of(0.05));
        assertEquals("1 nat", Nats.of(1));
        assertEquals("0.0123 nats", Nats.of(0.012345));
        assertEquals("1e-05 nats", Nats.of(0.00001));
    }

    private static Verdict verdict(ExperimentResult result, String arm) {
        return result.verdict(arm).orElseThrow().verdict();
    }
}
