package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.ImageSize;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Shape;
import io.augstream.run.FitCheck;
import io.augstream.run.TrainingFile;
import io.augstream.settings.Settings;
import io.augstream.train.NetworkSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file that we hand out is one that can be measured and trained, on images of the shape that it is made for. */
final class PipelineFilesTest {
    /** Of the images in the folder that a file names, where it does not resize them. */
    private static final Map<String, Shape> SHAPES = Map.of(
            "cifar10", new Shape(32, 32, 3),
            "mnist", new Shape(28, 28, 1),
            "samples", new Shape(32, 32, 3),
            "scenes", new Shape(32, 32, 1));

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("pipelines"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void bindsAndFitsItsImages(Path path) {
        Settings settings = Settings.read(path);
        ExperimentSettings experiment = ExperimentSettings.from(settings, "unnamed");
        assertFalse(experiment.measure().seeds().isEmpty());
        TrainingFile file = TrainingFile.from(settings);
        Shape shape = shape(path, file);
        for (Arm arm : experiment.measure().arms()) {
            assertFits(shape, arm.training());
        }
        assertFits(shape, file);
    }

    private static void assertFits(Shape shape, TrainingFile file) {
        new FitCheck(file, shape).stages(file.pipeline(), "");
        Shape output = shape;
        for (LayerSpec layer : NetworkSettings.from(file.network(), shape, 10)) {
            output = layer.output(output);
        }
        assertEquals(Shape.vector(10), output);
    }

    /** Intervals need seeds, and a control would cost as much as any arm: the paper's numbers stand beside ours instead. */
    @ParameterizedTest
    @MethodSource("files")
    void aPaperHasClaimsThreeSeedsAndItsCommand(Path path) throws IOException {
        if (!path.startsWith("pipelines/papers")) {
            return;
        }
        ExperimentSettings experiment = ExperimentSettings.from(Settings.read(path), "unnamed");
        assertFalse(experiment.claims().isEmpty());
        assertEquals(List.of(1L, 2L, 3L), experiment.measure().seeds());
        String command = "measure " + path + " --set data.root=FOLDER";
        assertTrue(Files.readString(path).contains(command), command);
    }

    /** A claim that cannot fail says nothing: each file of claims has one that must not hold. */
    @ParameterizedTest
    @MethodSource("files")
    void aFileOfClaimsHasAControlAndEnoughSeeds(Path path) {
        ExperimentSettings experiment = ExperimentSettings.from(Settings.read(path), "unnamed");
        if (!path.startsWith("pipelines/claims")) {
            assertTrue(experiment.claims().isEmpty() || path.startsWith("pipelines/papers"), path.toString());
            return;
        }
        assertTrue(experiment.claims().stream()
                .anyMatch(claim -> claim.text().startsWith("Control: ") && claim.expected() != Answer.HELD));
        assertEquals(8, experiment.measure().seeds().size());
    }

    private static Shape shape(Path path, TrainingFile file) {
        ImageSize size = file.data().preparation().crop();
        Integer channels = file.data().preparation().channels();
        if (size != null && channels != null) {
            return new Shape(size.height(), size.width(), channels);
        }
        Shape known = SHAPES.get(String.valueOf(file.data().root().getFileName()));
        if (known == null) {
            throw new AssertionError(path + ": its images' shape is not in SHAPES");
        }
        return known;
    }
}
