package io.augstream.lab.report;

import static io.augstream.lab.Results.arm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.augstream.lab.ArmResult;
import io.augstream.lab.EpochScores;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.LayerLook;
import io.augstream.lab.Measurements;
import io.augstream.lab.Metric;
import io.augstream.lab.Results;
import io.augstream.lab.RunResult;
import io.augstream.lab.statistics.Percentiles;
import io.augstream.lab.statistics.VerdictRule;
import io.augstream.train.Score;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ReportJsonTest {
    private static final int[] TRAIN = {996, 1000, 992, 1000, 988};
    private static final int[] TEST = {700, 720, 690, 710, 705};

    @Test
    void namesAreThoseThatReadersRelyOn() throws IOException {
        JsonNode report = report(Results.of(
                arm("none", TRAIN, TEST),
                arm("rotate", new int[] {950, 960, 940, 955, 945}, new int[] {800, 815, 795, 805, 810})));

        assertEquals(
                List.of(
                        "name",
                        "figures_of",
                        "primary",
                        "intervals",
                        "intervals_cover",
                        "provenance",
                        "arms",
                        "comparisons",
                        "exploratory",
                        "verdicts",
                        "claims",
                        "worth",
                        "recommendation"),
                names(report));
        JsonNode run = report.path("arms").path(1).path("runs").path(4);
        assertEquals(5, run.path("seed").asLong());
        assertEquals(2, run.path("epochs").asInt());
        assertEquals(0.945, run.path("train_accuracy").asDouble());
        assertEquals(0.81, run.path("validation_accuracy").asDouble());
        assertEquals(0.81, run.path("test_accuracy").asDouble());
        assertEquals(0.11, run.path("train_loss").asDouble());
        assertEquals(0.38, run.path("test_loss").asDouble());
        assertEquals(0.135, run.path("gap").asDouble(), 1e-12);
        assertEquals(0.27, run.path("loss_gap").asDouble(), 1e-12);
        assertEquals(1.5, run.path("seconds").asDouble());
        assertEquals(
                List.of("mean", "low", "high"),
                names(report.path("arms").path(0).path("gap")));
        assertEquals(
                0.705,
                report.path("arms").path(0).path("test_accuracy").path("mean").asDouble(),
                1e-12);
        JsonNode comparison = report.path("comparisons").path(0);
        assertEquals(
                List.of(
                        "arm",
                        "baseline",
                        "metric",
                        "difference",
                        "low",
                        "high",
                        "p",
                        "p_sign_flip",
                        "p_sign_flip_least",
                        "p_holm"),
                names(comparison));
        assertEquals("test_accuracy", comparison.path("metric").asText());
        assertEquals(0.1, comparison.path("difference").asDouble(), 1e-12);
        // 2.776445 · 0.005 / √5
        assertEquals(0.1 - 0.0062083, comparison.path("low").asDouble(), 1e-6);
        assertEquals(0.1 + 0.0062083, comparison.path("high").asDouble(), 1e-6);
        // All five rise: 2 of 32 patterns of signs are as far from 0.
        assertEquals(0.0625, comparison.path("p_sign_flip").asDouble());
        assertEquals(0.0625, comparison.path("p_sign_flip_least").asDouble());
        assertEquals("gap", report.path("comparisons").path(1).path("metric").asText());
        assertFalse(report.path("exploratory").asBoolean(true));
        JsonNode verdict = report.path("verdicts").path(0);
        assertEquals("rotate", verdict.path("arm").asText());
        assertEquals("helps", verdict.path("verdict").asText());
        // One arm of 5 pairs at 5%: 1.6819970 deviations of 0.005.
        assertEquals(0.00840998, verdict.path("smallest_effect").asDouble(), 1e-7);
        assertTrue(verdict.path("equivalence").isNull());
        assertTrue(verdict.path("seeds_needed").isNull());
    }

    /**
     * Differences 1, −1, 2, −2 and 0 thousandths: mean 0, deviation √2.5, half-width 2.131847 · √0.5 = 1.507443. The
     * deviation's limit is 2.462743 thousandths, half of which takes 34 seeds.
     */
    @Test
    void theSmallestEffectThatMattersBringsEquivalenceAndSeedsNeeded() throws IOException {
        VerdictRule rule = new VerdictRule(OptionalDouble.of(0.0024628 / 2), false).afterALook();
        ExperimentResult result =
                Results.of(rule, arm("none", TRAIN, TEST), arm("smooth", TRAIN, new int[] {701, 719, 692, 708, 705}));

        JsonNode report = report(result);

        JsonNode verdict = report.path("verdicts").path(0);
        JsonNode equivalence = verdict.path("equivalence");
        assertEquals(List.of("margin", "level", "low", "high", "shown"), names(equivalence));
        assertEquals(0.0012314, equivalence.path("margin").asDouble(), 1e-12);
        assertEquals(0.9, equivalence.path("level").asDouble());
        assertEquals(-0.001507443, equivalence.path("low").asDouble(), 1e-9);
        assertEquals(0.001507443, equivalence.path("high").asDouble(), 1e-9);
        assertFalse(equivalence.path("shown").asBoolean(true));
        assertEquals("no_effect_shown", verdict.path("verdict").asText());
        assertEquals(34, verdict.path("seeds_needed").asInt());
        assertTrue(report.path("exploratory").asBoolean());
    }

    @Test
    void whatWasMeasuredOfTheNetworkStandsBesideTheScores() throws IOException {
        JsonNode arm = report(Results.of(new ArmResult("none", List.of(run(1, 0.25, 3), run(2, 0.75, 5)))))
                .path("arms")
                .path(0);

        assertEquals(0.25, arm.path("runs").path(0).path("sparsity").asDouble());
        assertEquals(0.5, arm.path("sparsity").path("mean").asDouble(), 1e-12);
        assertEquals(4, arm.path("weight_norm").path("mean").asDouble(), 1e-12);
        assertTrue(arm.path("input_drift").isMissingNode());
        assertTrue(arm.path("runs").path(0).path("input_drift").isMissingNode());
    }

    @Test
    void worthIsTimesTheImagesWithItsIntervalAndEachSeed() throws IOException {
        JsonNode worth = report(WorthTableTest.twice()).path("worth").path(0);

        assertEquals(List.of("arm", "images", "times", "bound", "low", "high", "seeds"), names(worth));
        assertEquals("turned", worth.path("arm").asText());
        assertEquals(30, worth.path("images").asInt());
        assertEquals(2, worth.path("times").asDouble(), 1e-12);
        assertEquals("exact", worth.path("bound").asText());
        assertEquals(2, worth.path("low").asDouble(), 1e-12);
        assertEquals(2, worth.path("high").asDouble(), 1e-12);
        assertEquals(
                "[{\"times\":2.0,\"bound\":\"exact\"},{\"times\":2.0,\"bound\":\"exact\"}]",
                worth.path("seeds").toString());
    }

    @Test
    void provenanceTellsWhereTheFiguresComeFrom() throws IOException {
        JsonNode provenance = report(Results.of(arm("none", TRAIN, TEST))).path("provenance");

        assertEquals("[1,2,3,4,5]", provenance.path("seeds").toString());
        assertEquals(252, provenance.path("data").path("train_pool").asInt());
        assertEquals(
                "00ff", provenance.path("data").path("sha256").path("files").asText());
        assertEquals("abcd", provenance.path("pipeline_sha256").asText());
        assertEquals("2026-11-23T17:00:00Z", provenance.path("started").asText());
        assertEquals(2.5, provenance.path("seconds").asDouble());
        assertEquals(
                System.getProperty("java.version"),
                provenance.path("java").path("version").asText());
        assertTrue(provenance.path("cores").asInt() > 0);
        assertFalse(provenance.path("kernels").asText().isEmpty());
    }

    @Test
    void identicalArmsHaveNumbersAndNeverNaN() throws IOException {
        ExperimentResult result = Results.of(arm("none", TRAIN, TEST), arm("mirror", TRAIN, TEST));

        JsonNode report = report(result);

        assertEquals(
                "identical", report.path("verdicts").path(0).path("verdict").asText());
        assertTrue(report.path("verdicts").path(0).path("smallest_effect").isNull());
        assertEquals(
                "{\"arm\":\"mirror\",\"baseline\":\"none\",\"metric\":\"gap\",\"difference\":0.0,\"low\":0.0,\"high\":0.0,"
                        + "\"p\":1.0,\"p_sign_flip\":1.0,\"p_sign_flip_least\":1.0,\"p_holm\":1.0}",
                report.path("comparisons").path(1).toString());
        assertFalse(ReportJson.of(result, provenance(result).asMap(), Optional.empty())
                .contains("NaN"));
    }

    @Test
    void oneSeedHasNoIntervalsNoPAndNoVerdict() throws IOException {
        JsonNode report = report(Results.of(
                arm("none", new int[] {900}, new int[] {800}), arm("rotate", new int[] {890}, new int[] {810})));

        assertTrue(report.path("arms").path(0).path("gap").path("low").isNull());
        assertTrue(report.path("comparisons").path(0).path("p").isNull());
        assertTrue(report.path("comparisons").path(0).path("p_sign_flip").isNull());
        assertTrue(report.path("comparisons").path(0).path("p_holm").isNull());
        assertEquals(0, report.path("verdicts").size());
        assertTrue(report.path("verdicts").isArray());
    }

    @Test
    void whatWasSeenOfHiddenLayersIsTheirs() throws IOException {
        Score score = new Score(0.5, 1);
        LayerLook look = new LayerLook("0.dense", 0.25, new Percentiles(-1, 0.5, Double.NaN));
        RunResult run = new RunResult(1, List.of(new EpochScores(1, score, null, score, List.of(look))), 1);

        JsonNode runs = report(
                        Results.of(new ArmResult("none", List.of(run)), arm("all", new int[] {900}, new int[] {800})))
                .path("arms");

        assertEquals(
                new ObjectMapper()
                        .readTree(
                                """
                                [{"epoch": 1, "hidden": [
                                  {"layer": "0.dense", "saturated": 0.25, "low": -1.0, "median": 0.5, "high": null}]}]"""),
                runs.path(0).path("runs").path(0).path("layers"));
        assertTrue(runs.path(1).path("runs").path(0).path("layers").isMissingNode());
    }

    private static RunResult run(long seed, double sparsity, double norm) {
        Score score = new Score(0.5, 1);
        return new RunResult(
                seed,
                List.of(new EpochScores(1, score, score, score)),
                1,
                null,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                new Measurements(Map.of(Metric.SPARSITY, sparsity, Metric.WEIGHT_NORM, norm), Map.of()));
    }

    private static JsonNode report(ExperimentResult result) throws IOException {
        return new ObjectMapper()
                .readTree(ReportJson.of(result, provenance(result).asMap(), Optional.empty()));
    }

    private static Provenance provenance(ExperimentResult result) {
        return new Provenance(
                "abcd",
                result.seeds(),
                result.data(),
                Instant.parse("2026-11-23T17:00:00.123Z"),
                Duration.ofMillis(2500));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
