package io.augstream.lab.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PipelineLinesTest {
    @Test
    void stagesArmsAndNumbersAreCalledAsPeopleCallThem() {
        assertEquals(
                Map.of(
                        "stages", "[rotate, mirror, soft]",
                        "stages.rotate.degrees", "[-15, 15]",
                        "stages.soft.smooth.sigma", "1.5",
                        "stages.soft.smooth.name", "soft",
                        "measure.arms", "[none, slow]",
                        "measure.arms.slow.stages", "[]",
                        "measure.arms.slow.set.train.learning_rate", "0.01",
                        "train.clip", "null"),
                lines(
                        """
                        stages: [rotate: {degrees: [-15, 15]}, mirror, smooth: {sigma: 1.5, name: soft}]
                        measure: {arms: [none, {name: slow, stages: [], set: {train.learning_rate: 0.01}}]}
                        train: {clip: null}
                        """));
    }

    @Test
    void layersOfTheSameKindAndClaimsAreCalledByTheirPlace() {
        assertEquals(
                Map.of(
                        "network", "[dense, relu, dense]",
                        "network.0.dense.units", "6",
                        "network.2.dense.units", "classes",
                        "claims.0.text", "It helps.",
                        "claims.0.arm", "all"),
                lines(
                        """
                        network: [dense: {units: 6}, relu, dense: {units: classes}]
                        claims: [{text: It helps., arm: all}]
                        """));
    }

    @Test
    void aStageMoreIsTwoLinesAndAnotherOrderIsOne() {
        String two = "stages: [mirror, rotate: {degrees: 5}]";
        assertEquals(
                List.of("stages=[mirror, rotate] [smooth, mirror, rotate]", "stages.smooth.sigma=not set 1"),
                differences(two, "stages: [smooth: {sigma: 1}, mirror, rotate: {degrees: 5}]"));
        assertEquals(
                List.of("stages=[mirror, rotate] [rotate, mirror]"),
                differences(two, "stages: [rotate: {degrees: 5}, mirror]"));
        assertEquals(List.of(), differences(two, two));
    }

    private static List<String> differences(String a, String b) {
        Map<String, Map<String, String>> runs = new LinkedHashMap<>();
        runs.put("a", lines(a));
        runs.put("b", lines(b));
        return Difference.among(runs).stream()
                .map(difference -> difference.key() + "=" + told(difference, "a") + " " + told(difference, "b"))
                .toList();
    }

    private static String told(Difference difference, String run) {
        return difference.values().getOrDefault(run, Optional.empty()).orElse("not set");
    }

    private static Map<String, String> lines(String yaml) {
        return PipelineLines.of(Settings.parse(yaml, "p.yaml", Path.of("/")));
    }
}
