package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.augment.Fixed;
import io.augstream.augment.Selection;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Axis;
import io.augstream.operation.Mirror;
import io.augstream.operation.Operation;
import io.augstream.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stages that hold stages do. */
class CombinatorTest {
    private static final int DRAWS = 10_000;
    private static final ImageSize SIZE = new ImageSize(33, 20);
    private static final String TURN = "rotate: {degrees: [-40, 40]}";
    private static final String NOISE = "noise: {std: [0.1, 0.3]}";
    private static final String SHIFT = "shift: {pixels: [-9, 9]}";

    private static Pipeline parsed(String yaml) {
        return Pipeline.from(Settings.parse(yaml, "p.yaml", Path.of("")));
    }

    /** One combinator, with stages in flow style. */
    private static Pipeline combined(String kind, String settings, String... stages) {
        return parsed("stages: [{" + kind + ": {" + settings + (settings.isEmpty() ? "" : ", ") + "stages: ["
                + java.util.Arrays.stream(stages)
                        .map(stage -> "{" + stage + "}")
                        .collect(Collectors.joining(", "))
                + "]}}]");
    }

    private static DrawKey key(int image) {
        return new DrawKey(5, 0, "train/" + image);
    }

    private static List<String> names(List<Draw> draws) {
        return draws.stream().map(Draw::stage).toList();
    }

    /** How often the stages had their turn in each way. */
    private static Map<List<String>, Integer> counts(Pipeline pipeline) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int image = 0; image < DRAWS; image++) {
            counts.merge(names(pipeline.draw(SIZE, key(image))), 1, Integer::sum);
        }
        return counts;
    }

    /** Within four standard errors of a binomial count. */
    private static void assertShare(double share, int count) {
        assertEquals(share * DRAWS, count, 4 * Math.sqrt(DRAWS * share * (1 - share)));
    }

    private static double chiSquare(int cells, Map<List<String>, Integer> counts) {
        assertEquals(cells, counts.size(), counts.toString());
        double expected = (double) DRAWS / cells;
        return counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }

    @Test
    void everyCombinatorOfTheCatalogIsHeldToAllOfThis() {
        assertEquals(Set.of("one_of", "random_order", "sequence", "some_of", "sometimes"), StageCatalog.combinators());
    }

    @Test
    void drawsDoNotDependOnThreadsOrOrder() {
        Pipeline pipeline = parsed("stages: [{random_order: {stages: [{some_of: {count: [0, 2], stages: [{" + NOISE
                + "}, {" + TURN + "}]}}, {one_of: {stages: [{" + SHIFT + "}, mirror]}}]}}]");
        List<List<Draw>> inOrder = IntStream.range(0, 500)
                .mapToObj(image -> pipeline.draw(SIZE, key(image)))
                .toList();
        IntStream.range(0, 500)
                .parallel()
                .forEach(image -> assertEquals(inOrder.get(image), pipeline.draw(SIZE, key(image))));
    }

    @Test
    void aSequenceAppliesAllItsStagesInOrderUnderTheirPaths() {
        Pipeline pipeline = combined("sequence", "name: weather", NOISE, TURN, SHIFT);
        assertEquals(List.of("weather/noise", "weather/rotate", "weather/shift"), names(pipeline.draw(SIZE, key(1))));
        assertEquals(
                List.of("weather"), pipeline.stages().stream().map(Stage::name).toList());
    }

    @Test
    void oneChanceDecidesForAllStagesOfASequence() {
        Map<List<String>, Integer> counts = counts(combined("sequence", "p: 0.3", NOISE, TURN));
        assertEquals(Set.of(List.of(), List.of("sequence/noise", "sequence/rotate")), counts.keySet());
        assertShare(0.7, counts.getOrDefault(List.of(), 0));
    }

    @Test
    void oneOfAppliesExactlyOneEachAsOftenAsAnother() {
        Map<List<String>, Integer> counts = counts(combined("one_of", "", NOISE, TURN, SHIFT, "mirror: {}"));
        // The 99.9% point of 3 degrees of freedom.
        assertTrue(chiSquare(4, counts) < 16.27, counts.toString());
        counts.keySet().forEach(drawn -> assertEquals(1, drawn.size()));
    }

    /** The waiting time of a tiny weight overflows, and is as infinite as that of weight 0. */
    @Test
    void aTinyWeightBesideZeroIsAlwaysChosen() {
        Pipeline pipeline =
                Pipeline.parse("stages: [{one_of: {stages: [mirror, invert, grayscale], weights: [0, 1e-310, 0]}}]");
        for (int epoch = 0; epoch < 2000; epoch++) {
            List<Draw> draws = pipeline.draw(ImageSize.square(4), new DrawKey(1, epoch, "a"));
            assertEquals("one_of/invert", draws.get(0).stage());
        }
    }

    @Test
    void weightsAreInProportionToTheChances() {
        Map<List<String>, Integer> counts =
                counts(combined("one_of", "weights: [6, 3, 1, 0]", NOISE, TURN, SHIFT, "mirror: {}"));
        assertEquals(3, counts.size(), counts.toString());
        assertShare(0.6, counts.getOrDefault(List.of("one_of/noise"), 0));
        assertShare(0.3, counts.getOrDefault(List.of("one_of/rotate"), 0));
        assertShare(0.1, counts.getOrDefault(List.of("one_of/shift"), 0));
    }

    @Test
    void someOfTakesEachSetOfTheNumberAsOftenInTheListedOrderAndNoneTwice() {
        Map<List<String>, Integer> counts = counts(combined("some_of", "count: 2", NOISE, TURN, SHIFT, "mirror: {}"));
        List<String> listed = List.of("some_of/noise", "some_of/rotate", "some_of/shift", "some_of/mirror");
        for (List<String> drawn : counts.keySet()) {
            assertEquals(2, drawn.size());
            assertTrue(listed.indexOf(drawn.get(0)) < listed.indexOf(drawn.get(1)), drawn.toString());
        }
        // The 99.9% point of 5 degrees of freedom.
        assertTrue(chiSquare(6, counts) < 20.52, counts.toString());
    }

    @Test
    void aRangeOfCountsIsDrawnEvenly() {
        Map<Integer, Integer> sizes = new TreeMap<>();
        counts(combined("some_of", "count: [0, 3]", NOISE, TURN, SHIFT))
                .forEach((drawn, count) -> sizes.merge(drawn.size(), count, Integer::sum));
        assertEquals(Set.of(0, 1, 2, 3), sizes.keySet());
        sizes.values().forEach(count -> assertShare(0.25, count));
    }

    @Test
    void randomOrderTakesEachOrderAsOften() {
        Map<List<String>, Integer> counts = counts(combined("random_order", "", NOISE, TURN, SHIFT, "mirror: {}"));
        // The 99.9% point of 23 degrees of freedom.
        assertTrue(chiSquare(24, counts) < 49.73, counts.toString());
        counts.keySet().forEach(drawn -> assertEquals(4, new HashSet<>(drawn).size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence:", "sometimes:", "one_of:", "some_of: count: 1", "random_order:"})
    void chance0NeverAppliesAndChance1Always(String combinator) {
        String kind = combinator.substring(0, combinator.indexOf(':'));
        String settings = combinator.substring(combinator.indexOf(':') + 1).strip();
        String more = settings.isEmpty() ? "" : ", " + settings;
        for (int image = 0; image < 200; image++) {
            assertEquals(List.of(), combined(kind, "p: 0" + more, NOISE, TURN).draw(SIZE, key(image)));
            assertNotEquals(
                    List.of(), combined(kind, "p: 1" + more, NOISE, TURN).draw(SIZE, key(image)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence:", "sometimes:", "one_of:", "some_of: count: [0, 2]", "random_order:"})
    void aCombinatorsChanceAloneLeavesAllElseAsItIs(String combinator) {
        String kind = combinator.substring(0, combinator.indexOf(':'));
        String settings = combinator.substring(combinator.indexOf(':') + 1).strip();
        String more = settings.isEmpty() ? "" : ", " + settings;
        Pipeline sometimes = combined(kind, "p: 0.5" + more, NOISE, TURN);
        Pipeline always = combined(kind, "p: 1" + more, NOISE, TURN);
        int applied = 0;
        for (int image = 0; image < 400; image++) {
            List<Draw> draws = sometimes.draw(SIZE, key(image));
            if (!draws.isEmpty()) {
                applied++;
                assertEquals(always.draw(SIZE, key(image)), draws);
            }
        }
        assertTrue(applied > 80, applied + " of 400");
    }

    @Test
    void theChanceOfAStageInsideCountsAfterItIsChosen() {
        Pipeline pipeline = combined("one_of", "", "mirror: {p: 0.25}", "noise: {p: 0, std: 0.1}");
        int mirrored = 0;
        for (int image = 0; image < DRAWS; image++) {
            Draw draw = pipeline.draw(SIZE, key(image)).get(0);
            mirrored += draw.operation().equals(new Mirror(Axis.HORIZONTAL)) ? 1 : 0;
        }
        assertShare(0.125, mirrored);
    }

    /** Adding a stage may not stir what others do: paired experiments compare image by image. */
    @Test
    void anotherStageInTheListLeavesDrawsAloneAndTakesOnlyItsOwnShare() {
        Pipeline two = combined("one_of", "", NOISE, TURN);
        Pipeline three = combined("one_of", "", SHIFT, NOISE, TURN);
        int taken = 0;
        for (int image = 0; image < DRAWS; image++) {
            List<Draw> draws = three.draw(SIZE, key(image));
            if (names(draws).equals(List.of("one_of/shift"))) {
                taken++;
            } else {
                assertEquals(two.draw(SIZE, key(image)), draws);
            }
        }
        assertShare(1 / 3.0, taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence:", "some_of: count: 2", "random_order:"})
    void anotherStageLeavesWhatTheOthersDrawAsItIs(String combinator) {
        String kind = combinator.substring(0, combinator.indexOf(':'));
        String settings = combinator.substring(combinator.indexOf(':') + 1).strip();
        Pipeline few = combined(kind, settings, NOISE, TURN);
        Pipeline more = combined(kind, settings, "mirror: {p: 0.5}", NOISE, "erase: {size: 3}", TURN);
        for (int image = 0; image < 200; image++) {
            Map<String, Operation> alone = byName(few.draw(SIZE, key(image)));
            byName(more.draw(SIZE, key(image))).forEach((name, operation) -> {
                if (alone.containsKey(name)) {
                    assertEquals(alone.get(name), operation);
                }
            });
        }
    }

    private static Map<String, Operation> byName(List<Draw> draws) {
        return draws.stream().collect(Collectors.toMap(Draw::stage, Draw::operation));
    }

    @Test
    void aSiblingOfTheCombinatorLeavesItAlone() {
        String combinator = "{one_of: {stages: [{" + NOISE + "}, {" + TURN + "}]}}";
        Pipeline alone = parsed("stages: [" + combinator + "]");
        Pipeline among = parsed("stages: [mirror, {" + NOISE + "}, " + combinator + ", {" + SHIFT + "}]");
        for (int image = 0; image < 200; image++) {
            assertEquals(
                    alone.draw(SIZE, key(image)), among.draw(SIZE, key(image)).subList(2, 3));
            assertEquals(alone.draw(SIZE, key(image)), among.only("one_of").draw(SIZE, key(image)));
        }
    }

    @Test
    void oneStageInsideAndOutsideDrawsTwice() {
        List<Draw> draws = parsed("stages: [{" + NOISE + "}, {sequence: {stages: [{" + NOISE + "}]}}]")
                .draw(SIZE, key(1));
        assertEquals(List.of("noise", "sequence/noise"), names(draws));
        assertNotEquals(draws.get(0).operation(), draws.get(1).operation());
    }

    @Test
    void combinatorsNestAndTheirPathsToo() {
        Pipeline pipeline = parsed(
                """
                stages:
                  - mirror
                  - sequence:
                      name: camera
                      stages:
                        - one_of:
                            stages:
                              - mirror: {axis: vertical}
                        - random_order:
                            stages:
                              - noise: {std: 0.1}
                """);
        assertEquals(
                List.of("mirror", "camera/one_of/mirror", "camera/random_order/noise"),
                names(pipeline.draw(SIZE, key(1))));
    }

    @Test
    void stagesInsideDrawForTheSizeThatTheImageThenHas() {
        Pipeline pipeline = combined(
                "sequence", "", "rotate: {degrees: 90, expand: true}", "crop: {size: {width: 20, height: 33}}");
        Image image = StageContractTest.picture(33, 20, 3);
        assertEquals(new ImageSize(20, 33), pipeline.apply(image, key(1)).size());
    }

    @Test
    void anOverrideReachesAStageInside() {
        Settings settings = Settings.parse(
                        "stages:\n  - one_of:\n      stages:\n        - rotate: {degrees: 5}\n", "p.yaml", Path.of(""))
                .with("stages.one_of.stages.rotate.degrees", "7");
        assertEquals(
                7.0,
                Pipeline.from(settings).draw(SIZE, key(1)).get(0).describe().get("degrees"));
    }

    @Test
    void fromCodeTooAListThatDoesNotFitIsRefused() {
        Stage mirror = new SingleStage("mirror", 1, new Fixed(new Mirror(Axis.VERTICAL)));
        Function<Selection, String> problem =
                selection -> String.valueOf(assertThrows(IllegalArgumentException.class, () -> {
                            Stage unused = new Combinator("c", 1, List.of(mirror), selection);
                        })
                        .getMessage());
        assertEquals(
                "weights must be as many as stages, got 2 for 1", problem.apply(new Selection.One(List.of(1.0, 2.0))));
        assertEquals("count must be at most the number of stages, 1, got 2", problem.apply(new Selection.Some(0, 2)));
        assertThrows(IllegalArgumentException.class, () -> {
            Stage unused = new Combinator("c", 1, List.of(mirror, mirror), new Selection.All());
        });
    }

    @Test
    void streamsOfSeveralCombinatorsDoNotGoTogether() {
        String stages = "stages: [{" + NOISE + "}, {" + TURN + "}]";
        Pipeline pipeline =
                parsed("stages: [{one_of: {name: a, " + stages + "}}, {one_of: {name: b, " + stages + "}}]");
        long alike = IntStream.range(0, DRAWS)
                .filter(image -> {
                    List<Draw> draws = pipeline.draw(SIZE, key(image));
                    return draws.get(0)
                            .stage()
                            .substring(1)
                            .equals(draws.get(1).stage().substring(1));
                })
                .count();
        assertShare(0.5, (int) alike);
    }
}
