package io.augstream.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.golden.ReferenceFile.Tensor;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.RotateAndCrop;
import io.augstream.pipeline.Draw;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every stage, bound from a pipeline file as a user writes it, against the exact results that SciPy computed in double
 * precision, alone and fused: within one level everywhere after rounding; bit by bit where nothing is interpolated.
 */
class AugmentGoldenTest {
    /** Two exact computations of one source position differ by rounding; this near a tie either neighbour is right. */
    private static final double TIE = 1e-6;

    /** Rounding alone misses the exact result by a quarter of a level in the mean; a level off everywhere would show. */
    private static final double MEAN_ERROR = 0.35;

    /** What a case may name; anything else is a case that this test does not know, and fails. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "rotate", Set.of("angle", "interpolation", "border", "fill", "expand"),
            "rotate_and_crop",
                    Set.of(
                            "angle",
                            "interpolation",
                            "border",
                            "output_width",
                            "output_height",
                            "inscribed_width",
                            "inscribed_height",
                            "keep_aspect"),
            "mirror", Set.of("axis"),
            "smooth", Set.of("kind", "kernel_size", "sigma", "border", "length", "angle"));

    static List<Named<Path>> cases() {
        return ReferenceFile.in("augment");
    }

    @Test
    void thereAreCasesOfEveryStageButTheRandomOne() {
        Set<String> stages = new TreeSet<>();
        cases().forEach(file -> stages.add(ReferenceFile.read(file.getPayload()).setting("stage")));
        assertEquals(new TreeSet<>(KNOWN.keySet()), stages);
    }

    @Test
    void aCaseThatIsNotKnownFails() {
        for (Map<String, String> metadata : List.of(
                Map.of("stage", "warp"),
                Map.of("stage", "mirror", "axis", "horizontal", "strength", "2"),
                Map.of("stage", "mirror", "axis", "diagonal"))) {
            ReferenceFile unknown = new ReferenceFile("unknown", metadata, Map.of());
            Throwable failure = assertThrows(Throwable.class, () -> {
                Pipeline unused = pipeline(unknown);
            });
            assertTrue(failure instanceof AssertionError || failure instanceof SettingsException, failure.toString());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void meetsTheReference(Path file) {
        ReferenceFile reference = ReferenceFile.read(file);
        reference.check(AugmentGoldenTest::assertMet);
    }

    private static void assertMet(ReferenceFile reference) {
        Image input = input(reference.tensor("input"));
        Draw draw =
                pipeline(reference).draw(input.size(), new DrawKey(0, 0, "")).get(0);
        if (draw.operation() instanceof RotateAndCrop crop) {
            assertKeptRectangle(reference, crop, input.size());
        }
        Fused.ways(pipeline(reference), input)
                .forEach((way, output) -> assertMet(reference, input.size(), way, output));
    }

    private static void assertMet(ReferenceFile reference, ImageSize input, String way, Image output) {
        Tensor expected = reference.tensor("output");
        assertEquals(expected.shape()[0], output.height(), way + ": height");
        assertEquals(expected.shape()[1], output.width(), way + ": width");
        assertEquals(expected.shape()[2], output.channels(), way + ": channels");
        assertLevels(reference, input, way, expected.floats(), output);
    }

    private static void assertLevels(
            ReferenceFile reference, ImageSize input, String way, float[] expected, Image output) {
        boolean nearest = "nearest".equals(reference.metadata().get("interpolation"));
        int tolerance = nearest || isExact(reference) ? 0 : 1;
        int ties = 0;
        double errors = 0;
        for (int i = 0; i < expected.length; i++) {
            int pixel = i / output.channels();
            int x = pixel % output.width();
            int y = pixel / output.width();
            if (nearest && distanceToTie(reference, input, output.size(), x, y) < TIE) {
                ties++;
                continue;
            }
            double exact = Math.max(0, Math.min(255, expected[i]));
            int level = output.sample(x, y, i % output.channels());
            assertTrue(
                    Math.abs(level - Math.round(exact)) <= tolerance,
                    way + ": pixel (" + x + ", " + y + "): expected " + exact + ", got " + level);
            errors += Math.abs(level - exact);
        }
        assertTrue(errors / expected.length <= MEAN_ERROR, way + ": mean error " + errors / expected.length);
        assertTrue(ties <= expected.length / 20, ties + " of " + expected.length + " samples were near a tie");
    }

    private static boolean isExact(ReferenceFile reference) {
        return reference.setting("stage").equals("mirror")
                || "median".equals(reference.metadata().get("kind"));
    }

    /** How far the source of pixel (x, y) is from lying half-way between two pixel centres. */
    private static double distanceToTie(ReferenceFile reference, ImageSize input, ImageSize output, int x, int y) {
        double angle = Math.toRadians(Double.parseDouble(reference.setting("angle")));
        double u = x - (output.width() - 1) / 2.0;
        double v = y - (output.height() - 1) / 2.0;
        double sourceX = (input.width() - 1) / 2.0 + Math.cos(angle) * u - Math.sin(angle) * v;
        double sourceY = (input.height() - 1) / 2.0 + Math.sin(angle) * u + Math.cos(angle) * v;
        return Math.min(distanceToHalf(sourceX), distanceToHalf(sourceY));
    }

    private static double distanceToHalf(double position) {
        return Math.abs(position - Math.floor(position) - 0.5);
    }

    private static void assertKeptRectangle(ReferenceFile reference, RotateAndCrop crop, ImageSize input) {
        assertEquals(
                Double.parseDouble(reference.setting("inscribed_width")),
                crop.kept(input).width(),
                1e-8);
        assertEquals(
                Double.parseDouble(reference.setting("inscribed_height")),
                crop.kept(input).height(),
                1e-8);
    }

    private static Image input(Tensor tensor) {
        return Image.of(new ImageSize(tensor.shape()[1], tensor.shape()[0]), tensor.shape()[2], tensor.unsignedBytes());
    }

    /** The case as a pipeline file says it. */
    private static Pipeline pipeline(ReferenceFile reference) {
        String stage = reference.setting("stage");
        Map<String, String> settings = new TreeMap<>(reference.metadata());
        settings.remove("stage");
        settings.remove("note");
        Set<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeAll(KNOWN.getOrDefault(stage, Set.of()));
        assertTrue(KNOWN.containsKey(stage) && unknown.isEmpty(), "unknown case: " + stage + " with " + unknown);
        rename(settings, "angle", "degrees");
        if (stage.equals("rotate_and_crop")) {
            assertEquals("replicate", settings.remove("border"), "rotate_and_crop clamps");
            settings.remove("inscribed_width");
            settings.remove("inscribed_height");
            settings.put(
                    "size",
                    "{width: " + settings.remove("output_width") + ", height: " + settings.remove("output_height")
                            + "}");
        }
        StringBuilder yaml = new StringBuilder("stages:\n  - " + stage + ":\n");
        settings.forEach((key, value) ->
                yaml.append("      ").append(key).append(": ").append(value).append('\n'));
        return Pipeline.from(Settings.parse(yaml.toString(), reference.name(), Path.of("")));
    }

    private static void rename(Map<String, String> settings, String from, String to) {
        String value = settings.remove(from);
        if (value != null) {
            settings.put(to, value);
        }
    }
}
