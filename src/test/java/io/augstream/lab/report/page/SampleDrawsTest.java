package io.augstream.lab.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.dataset.Normalisation;
import io.augstream.dataset.Sample;
import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.ExperimentSettings;
import io.augstream.lab.TinyExperiment;
import io.augstream.pipeline.Copies;
import io.augstream.pipeline.Pipeline;
import io.augstream.run.TrainingImages;
import io.augstream.stream.Pace;
import io.augstream.stream.StreamRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleDrawsTest {
    private static final Pattern PICTURE = Pattern.compile("data:image/png;base64,([^\"]+)");

    private final Path folder;

    SampleDrawsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Of each arm but the first, which has no stages: for each of two pictures the original, then epochs 1 to 4. */
    @Test
    void thePicturesAreThoseThatTheStreamGivesTheTrainer() throws IOException {
        TinyExperiment experiment = new TinyExperiment(folder);
        ExperimentSettings settings = experiment.settings();
        ExperimentResult result = experiment.run();
        List<Sample> samples = result.data().showcase().specimens().stream()
                .map(specimen -> new Sample(specimen.id(), specimen.label(), specimen::image))
                .toList();

        List<Image> shown = pictures(new SampleDraws(settings, result).html().markup());

        assertEquals(2 + 3 * 2 * 5, shown.size());
        Pipeline noise = settings.measure().arms().get(2).pipeline();
        int noiseCard = 2 + 2 * 5;
        for (int epoch = 0; epoch < 4; epoch++) {
            for (int label = 0; label < 2; label++) {
                Image picture = shown.get(noiseCard + 5 * label + 1 + epoch);
                assertEquals(streamed(samples, noise, epoch, label), values(picture), "epoch " + epoch);
            }
        }
    }

    /** Epochs 1 to 4 of two copies are their first, second, first and second picture; five copies look like fresh draws. */
    @Test
    void fixedCopiesAreShownInTurn() throws IOException {
        TinyExperiment experiment = new TinyExperiment(folder)
                .with("measure.arms", "[none, noise]")
                .with("measure.sweep", "{train.copies: [2, 5]}")
                .with("stages", "[noise: {std: 0.2}]");
        ExperimentSettings settings = experiment.settings();

        List<Image> shown =
                pictures(new SampleDraws(settings, experiment.run()).html().markup());

        assertEquals(2 + 2 * 2 * 5, shown.size(), "none; noise and copies=5; copies=2");
        List<Image> fresh = shown.subList(3, 7);
        List<Image> two = shown.subList(13, 17);
        assertEquals(
                List.of(values(fresh.get(0)), values(fresh.get(1)), values(fresh.get(0)), values(fresh.get(1))),
                two.stream().map(SampleDrawsTest::values).toList());
    }

    /** The image of {@code label}, of which there is one, as it comes to the trainer in an epoch of seed 1. */
    private static List<Float> streamed(List<Sample> samples, Pipeline pipeline, int epoch, int label) {
        TrainingImages images = new TrainingImages(samples, List.of(), List.of(), Normalisation.scaleOnly(1));
        try (StreamRuntime runtime = new StreamRuntime(1);
                BatchSource.Epoch pass = images.augmented(pipeline, Copies.FRESH, 1, Pace.of(2, 1), runtime)
                        .epoch(epoch)) {
            Batch batch = Objects.requireNonNull(pass.next());
            int size = batch.pixels().length / 2;
            int index = batch.labels()[0] == label ? 0 : 1;
            List<Float> values = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                values.add(batch.pixels()[index * size + i]);
            }
            return values;
        }
    }

    private static List<Float> values(Image image) {
        float[] values = new float[image.samples().length];
        Normalisation.scaleOnly(1).write(image, values, 0);
        List<Float> list = new ArrayList<>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }

    private static List<Image> pictures(String html) {
        List<Image> images = new ArrayList<>();
        Matcher matcher = PICTURE.matcher(html);
        while (matcher.find()) {
            images.add(ImageFiles.decode(Base64.getDecoder().decode(matcher.group(1)), "picture"));
        }
        return images;
    }
}
