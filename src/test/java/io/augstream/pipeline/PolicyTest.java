package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Operation;
import io.augstream.operation.Rotate;
import io.augstream.operation.Shift;
import io.augstream.settings.Settings;
import io.augstream.targets.Box;
import io.augstream.targets.Keypoint;
import io.augstream.targets.Targets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RandAugment and TrivialAugmentWide as stages of a pipeline file. */
class PolicyTest {
    private static final int DRAWS = 10_000;
    private static final ImageSize SIZE = new ImageSize(40, 30);
    private static final Set<String> OPERATIONS = Set.of(
            "identity",
            "shear_x",
            "shear_y",
            "shift_x",
            "shift_y",
            "rotate",
            "brightness",
            "saturation",
            "contrast",
            "sharpness",
            "posterize",
            "solarize",
            "autocontrast",
            "equalize");

    private static Pipeline parsed(String stages) {
        return Pipeline.from(Settings.parse("stages: [" + stages + "]", "p.yaml", Path.of("")));
    }

    private static List<Draw> drawn(Pipeline pipeline, int image) {
        return pipeline.draw(SIZE, new DrawKey(3, 0, "train/" + image));
    }

    /** Within four standard errors of a binomial count. */
    private static void assertShare(double share, int count) {
        assertEquals(share * DRAWS, count, 4 * Math.sqrt(DRAWS * share * (1 - share)));
    }

    @Test
    void bothPoliciesOfTheCatalogAreHeldToAllOfThis() {
        assertEquals(Set.of("rand_augment", "trivial_augment_wide"), StageCatalog.policies());
    }

    @Test
    void randAugmentDrawsTwoOperationsEachAsOftenAsAnother() {
        Pipeline pipeline = parsed("rand_augment");
        Map<String, Integer> counts = new TreeMap<>();
        int alike = 0;
        for (int image = 0; image < DRAWS; image++) {
            List<Draw> draws = drawn(pipeline, image);
            assertEquals(2, draws.size());
            draws.forEach(draw -> counts.merge(draw.stage(), 1, Integer::sum));
            String first = draws.get(0).stage().substring("rand_augment/1/".length());
            alike += draws.get(1).stage().equals("rand_augment/2/" + first) ? 1 : 0;
        }
        Set<String> paths = new HashSet<>();
        OPERATIONS.forEach(name -> paths.addAll(List.of("rand_augment/1/" + name, "rand_augment/2/" + name)));
        assertEquals(paths, counts.keySet());
        counts.values().forEach(count -> assertShare(1.0 / 14, count));
        // With replacement, as torchvision and the paper's code draw.
        assertShare(1.0 / 14, alike);
    }

    @Test
    void trivialAugmentDrawsOneOperationOfOneOfThirtyOneMagnitudesToEitherSide() {
        Pipeline pipeline = parsed("trivial_augment_wide");
        Map<String, Integer> counts = new TreeMap<>();
        Map<Double, Integer> angles = new TreeMap<>();
        int images = 14 * DRAWS;
        for (int image = 0; image < images; image++) {
            List<Draw> draws = drawn(pipeline, image);
            assertEquals(1, draws.size());
            counts.merge(draws.get(0).stage(), 1, Integer::sum);
            if (draws.get(0).operation() instanceof Rotate rotate) {
                angles.merge(rotate.degrees(), 1, Integer::sum);
            }
        }
        assertEquals(
                OPERATIONS.stream().map(name -> "trivial_augment_wide/" + name).collect(Collectors.toSet()),
                counts.keySet());
        double share = images / 14.0;
        counts.values().forEach(count -> assertEquals(share, count, 4 * Math.sqrt(share * 13 / 14)));
        assertEquals(61, angles.size(), angles.toString());
        for (int bin = -30; bin <= 30; bin++) {
            double expected = share / 31 / (bin == 0 ? 1 : 2);
            assertEquals(expected, angles.getOrDefault(4.5 * bin, 0), 4.5 * Math.sqrt(expected), "bin " + bin);
        }
    }

    @Test
    void signsAreAsOftenPlusAsMinus() {
        Pipeline pipeline = parsed("rand_augment: {num_ops: 1, magnitude: 30}");
        int left = 0;
        int shifts = 0;
        for (int image = 0; image < 14 * DRAWS; image++) {
            if (drawn(pipeline, image).get(0).operation() instanceof Shift shift && shift.down() == 0) {
                shifts++;
                // 150 of 331 of 40 pixels are 18.1.
                assertEquals(18, Math.abs(shift.right()));
                left += shift.right() < 0 ? 1 : 0;
            }
        }
        assertEquals(shifts / 2.0, left, 4 * Math.sqrt(shifts / 4.0));
    }

    @Test
    void oneChanceDecidesForAllOperations() {
        Pipeline pipeline = parsed("rand_augment: {p: 0.3, num_ops: 3}");
        int applied = 0;
        for (int image = 0; image < DRAWS; image++) {
            List<Draw> draws = drawn(pipeline, image);
            assertTrue(draws.isEmpty() || draws.size() == 3, draws.toString());
            applied += draws.isEmpty() ? 0 : 1;
        }
        assertShare(0.3, applied);
    }

    @Test
    void oneOperationMoreLeavesTheOthersAsTheyAre() {
        Pipeline two = parsed("rand_augment");
        Pipeline three = parsed("mirror, rand_augment: {num_ops: 3}");
        for (int image = 0; image < 100; image++) {
            assertEquals(drawn(two, image), drawn(three, image).subList(1, 3));
        }
    }

    @Test
    void interpolationAndFillGoToTheOperations() {
        Pipeline pipeline = parsed("trivial_augment_wide: {interpolation: nearest, fill: [124, 116, 104]}");
        Set<String> seen = new HashSet<>();
        for (int image = 0; image < 200; image++) {
            Operation operation = drawn(pipeline, image).get(0).operation();
            if (operation instanceof Rotate rotate) {
                assertEquals(Interpolation.NEAREST, rotate.interpolation());
                assertEquals(List.of(124, 116, 104), rotate.fill().levels());
                seen.add("rotate");
            } else if (operation instanceof Shift shift) {
                assertEquals(List.of(124, 116, 104), shift.fill().levels());
                seen.add("shift");
            }
        }
        assertEquals(Set.of("rotate", "shift"), seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rand_augment: {magnitude: 20}", "trivial_augment_wide"})
    void drawsComeBackFromTheirJsonAndGiveTheSameBytes(String stage) {
        Pipeline pipeline = parsed(stage);
        Image image = StageContractTest.picture(SIZE.width(), SIZE.height(), 3);
        Set<Integer> results = new HashSet<>();
        for (int number = 0; number < 100; number++) {
            List<Draw> draws = drawn(pipeline, number);
            List<Draw> read = Draws.parse(Draws.json(draws));
            assertEquals(draws, read);
            byte[] expected = Pipeline.apply(draws, image).samples();
            assertArrayEquals(expected, Pipeline.apply(read, image).samples());
            results.add(java.util.Arrays.hashCode(expected));
        }
        assertTrue(results.size() > 50, results.size() + " different pictures");
    }

    /** The upper left corner stays where it is when rows slide; 0.3 · 9 / 30 pixels a row are 2.7 at the lower edge of 30. */
    @Test
    void aShearKeepsTheCornerAndMasksBoxesAndPointsMoveAlong() {
        Pipeline pipeline = parsed("rand_augment: {num_ops: 1}");
        Targets targets = Targets.NONE
                .withMask(StageContractTest.picture(SIZE.width(), SIZE.height(), 1))
                .withBoxes(List.of(new Box(10, 0, 20, 30, "post")))
                .withKeypoints(List.of(new Keypoint(20.5, 29.5, "foot"), new Keypoint(20.5, -0.5, "head")));
        Image image = StageContractTest.picture(SIZE.width(), SIZE.height(), 3);
        Set<Double> feet = new HashSet<>();
        for (int number = 0; number < 400; number++) {
            List<Draw> draws = drawn(pipeline, number);
            if (draws.get(0).stage().endsWith("/shear_x")) {
                Targets moved = Pipeline.apply(draws, image, targets).targets();
                Keypoint foot = moved.keypoints().get(0);
                Box box = moved.boxes().get(0);
                feet.add(Math.round(foot.x() * 1e6) / 1e6);
                assertEquals(20.5, moved.keypoints().get(1).x(), 1e-9);
                assertEquals(Math.min(10, foot.x() - 10.5), box.left(), 1e-9);
                assertEquals(Math.max(20, foot.x() - 0.5), box.right(), 1e-9);
                assertNotEquals(targets.mask(), moved.mask());
            }
        }
        assertEquals(Set.of(20.5 - 2.7, 20.5 + 2.7), feet);
    }

    @Test
    void aShearKeepsWhatIsAtTheSidesWhenColumnsSlide() {
        Pipeline pipeline = parsed("rand_augment: {num_ops: 1}");
        Targets targets =
                Targets.NONE.withKeypoints(List.of(new Keypoint(-0.5, 15, "left"), new Keypoint(39.5, 15, "right")));
        Image image = StageContractTest.picture(SIZE.width(), SIZE.height(), 3);
        Set<Double> right = new HashSet<>();
        for (int number = 0; number < 400; number++) {
            List<Draw> draws = drawn(pipeline, number);
            if (draws.get(0).stage().endsWith("/shear_y")) {
                List<Keypoint> moved =
                        Pipeline.apply(draws, image, targets).targets().keypoints();
                assertEquals(15, moved.get(0).y(), 1e-9);
                right.add(Math.round(moved.get(1).y() * 1e6) / 1e6);
            }
        }
        assertEquals(Set.of(15 - 3.6, 15 + 3.6), right);
    }
}
