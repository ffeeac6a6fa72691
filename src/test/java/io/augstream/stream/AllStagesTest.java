package io.augstream.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource.Epoch;
import io.augstream.dataset.Dataset;
import io.augstream.dataset.Datasets;
import io.augstream.dataset.Normalisation;
import io.augstream.dataset.Preparation;
import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.StageCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams real picture files through every kind of stage there is. */
final class AllStagesTest {
    private static final Path SAMPLES = Path.of("samples");
    private static final String STAGES =
            """
            stages:
              - rotate: {degrees: [-15, 15], p: 0.5}
              - rotate_and_crop: {degrees: [-10, 10]}
              - pad: {pixels: 3, border: replicate}
              - centre_crop: {size: 33}
              - resize: {size: 32, interpolation: lanczos}
              - random_resized_crop: {scale: [0.5, 1]}
              - perspective: {distortion: 0.2, p: 0.5}
              - scale: {factor: [0.9, 1.1]}
              - shear: {degrees: [-10, 10], axis: vertical}
              - affine: {degrees: [-5, 5], shear: [-10, 10], scale: [0.9, 1.1], aspect: [0.9, 1.1], pixels: [-2, 2]}
              - elastic: {alpha: 34, sigma: 4}
              - crop: {padding: 2, border: reflect101}
              - mirror: {p: 0.5}
              - shift: {pixels: [-4, 4], border: reflect101}
              - erase: {size: 6}
              - smooth: {sigma: [0.3, 1.2], p: 0.5}
              - noise: {std: [0.01, 0.1]}
              - brightness: {factor: [0.8, 1.2]}
              - contrast: {factor: [0.8, 1.2]}
              - saturation: {factor: [0.5, 1.5]}
              - hue: {shift: [-0.1, 0.1]}
              - gamma: {gamma: [0.8, 1.2]}
              - colour_jitter: {brightness: [0.9, 1.1], contrast: [0.9, 1.1], saturation: [0.5, 1.5], hue: [-0.1, 0.1]}
              - grayscale: {p: 0.2}
              - invert: {p: 0.2}
              - solarize: {threshold: [128, 255], p: 0.2}
              - posterize: {bits: [4, 8]}
              - equalize: {p: 0.2}
              - autocontrast: {p: 0.2}
              - sharpness: {factor: [0.5, 2]}
              - jpeg: {quality: [30, 95]}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theBatchesOfAnEpochAreBitwiseTheSameAtParallelism1And2And8() throws IOException {
        List<Batch> alone = epoch(pipeline(), 1, 0);
        assertSameBits(alone, epoch(pipeline(), 2, 0));
        assertSameBits(alone, epoch(pipeline(), 8, 0));
        assertFalse(
                Arrays.equals(
                        alone.get(0).pixels(),
                        epoch(Pipeline.none(), 2, 0).get(0).pixels()),
                "the stages should change something");
    }

    @Test
    void everyDrawIsWrittenDownOnceAStage() throws IOException {
        Dataset samples = Datasets.openToRead(SAMPLES, null);
        Dataset few = new Dataset(samples.classes(), samples.train().subList(0, 20), List.of(), List.of());
        Path out = folder.resolve("out");
        try (StreamRuntime runtime = new StreamRuntime(2)) {
            Tally tally = new Preprocessing(
                            runtime, new PreprocessingSettings(SAMPLES, few, Preparation.NONE, pipeline(), 1, 2, out))
                    .run(progress -> {});
            assertEquals(new Tally(20, 2, 20, 0), tally);
        }
        for (String line : Files.readAllLines(out.resolve("manifest.jsonl"))) {
            for (String kind : StageCatalog.kinds()) {
                assertEquals(2, line.split("\\{\"stage\":\"" + kind + "\",\"operation\":\"", -1).length, line);
            }
        }
    }

    private Pipeline pipeline() throws IOException {
        Pipeline pipeline = Pipeline.load(Files.writeString(folder.resolve("all.yaml"), STAGES));
        assertEquals(StageCatalog.kinds().size(), pipeline.stages().size());
        return pipeline;
    }

    private static List<Batch> epoch(Pipeline pipeline, int parallelism, int number) {
        List<Batch> batches = new ArrayList<>();
        Recipe recipe = new Recipe(Preparation.NONE, pipeline, Normalisation.scaleOnly(3), 1);
        Dataset samples = Datasets.openToRead(SAMPLES, null);
        try (StreamRuntime runtime = new StreamRuntime(parallelism);
                Epoch epoch =
                        new TrainingBatches(runtime, samples.train(), recipe, Pace.of(32, parallelism)).epoch(number)) {
            for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
                batches.add(batch);
            }
        }
        return batches;
    }

    private static void assertSameBits(List<Batch> expected, List<Batch> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i).labels(), actual.get(i).labels());
            assertArrayEquals(expected.get(i).pixels(), actual.get(i).pixels());
        }
    }
}
