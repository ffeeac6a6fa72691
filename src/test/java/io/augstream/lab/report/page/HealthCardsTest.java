package io.augstream.lab.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.lab.ArmResult;
import io.augstream.lab.EpochScores;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Measurements;
import io.augstream.lab.Results;
import io.augstream.lab.RunHealth;
import io.augstream.lab.RunResult;
import io.augstream.train.Score;
import io.augstream.train.health.Beginning;
import io.augstream.train.health.Cause;
import io.augstream.train.health.Diagnosis;
import io.augstream.train.health.HealthMap;
import io.augstream.train.health.LayerDiagnosis;
import io.augstream.train.health.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class HealthCardsTest {
    private static final Beginning BEGINNING = new Beginning(3, 2, 0.0031);

    /** Ten to the minus 2 is five powers above the palest, 1 + ⌊7.5⌋; what does not move is grey; a number that is none is too. */
    @Test
    void theHighestLayerStandsOnTopAndShadesGoByPowersOfTen() {
        String html = HealthCards.of(experiment()).markup();

        assertTrue(
                html.contains("<tbody><tr><th scope=\"row\"><bdi>2.dense</bdi></th>"
                        + "<td class=\"h8\" title=\"step 1: 1.0e-02\"></td><td class=\"h9\" title=\"step 11: 5.0e-01\"></td>"
                        + "<td class=\"said\" title=\"it moves\">healthy</td></tr>"
                        + "<tr><th scope=\"row\"><bdi>0.dense</bdi></th>"
                        + "<td class=\"h0\" title=\"step 1: 0.0e+00\"></td><td class=\"h1\" title=\"step 11: 1.0e-09\"></td>"
                        + "<td class=\"said hurts\" title=\"it stands\">vanishing</td></tr></tbody>"),
                html);
    }

    @Test
    void theArmsVerdictsAreCountedAndThoseOfTheFirstSeedExplained() {
        String html = HealthCards.of(experiment()).markup();

        assertTrue(html.contains("<bdi>deep</bdi><small>1 healthy, 1 vanishing</small>"), html);
        assertTrue(
                html.contains(
                        "Begins at 1.50 times the loss of a guess, with 0.0031 times the output&#39;s gradient at the lowest boundary. Seed 1: vanishing from step 11: it stands; likely many layers without skips; try residual"
                                + " blocks."),
                html);
    }

    @Test
    void whereNobodyLookedThereIsNoSection() {
        assertEquals(
                Html.NONE, HealthCards.of(Results.of(Results.arm("none", new int[] {900, 900}, new int[] {800, 800}))));
    }

    private static ExperimentResult experiment() {
        List<LayerDiagnosis> layers = List.of(
                new LayerDiagnosis("0.dense", Verdict.VANISHING, 10, "it stands"),
                new LayerDiagnosis("2.dense", Verdict.HEALTHY, -1, "it moves"));
        HealthMap map = new HealthMap(
                List.of("0.dense", "2.dense"), List.of(0L, 10L), List.of(List.of(0.0, 1e-9), List.of(0.01, 0.5)));
        Diagnosis ill = new Diagnosis(Verdict.VANISHING, 10, "it stands", Cause.DEPTH, layers);
        Diagnosis well = new Diagnosis(Verdict.HEALTHY, -1, "it moves", Cause.UNKNOWN, layers);
        return Results.of(
                Results.arm("none", new int[] {900, 900}, new int[] {800, 800}),
                new ArmResult(
                        "deep",
                        List.of(
                                run(1, new RunHealth(ill, BEGINNING, map)),
                                run(2, new RunHealth(well, BEGINNING, map)))));
    }

    private static RunResult run(long seed, RunHealth health) {
        Score score = new Score(0.5, 1);
        return new RunResult(
                seed,
                List.of(new EpochScores(1, score, score, score), new EpochScores(2, score, score, score)),
                1,
                null,
                OptionalInt.empty(),
                Optional.of(health),
                Optional.empty(),
                new Measurements(Map.of(), Map.of()));
    }
}
