package io.augstream.lab.report.page;

import io.augstream.dataset.Batch;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.lab.Answer;
import io.augstream.lab.ArmResult;
import io.augstream.lab.Claim;
import io.augstream.lab.DataSummary;
import io.augstream.lab.EpochScores;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.LayerLook;
import io.augstream.lab.Metric;
import io.augstream.lab.Results;
import io.augstream.lab.RunResult;
import io.augstream.lab.Showcase;
import io.augstream.lab.Specimen;
import io.augstream.lab.Statement;
import io.augstream.lab.statistics.Percentiles;
import io.augstream.run.ConfusionMatrix;
import io.augstream.train.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A result by hand in which everything that has a name has a hostile one. */
final class HostileExperiment {
    private static final LayerLook LOOK = new LayerLook("0.dense", 0.5, new Percentiles(-1, 0, 1));

    private static final int SEEDS = 5;

    private HostileExperiment() {}

    /** @param classes how many there are; each has an image that is taken for the next one's */
    static ExperimentResult of(int classes) {
        List<String> names = HostileNames.hundred();
        Image image = Image.of(new ImageSize(2, 2), 1, new byte[] {0, 50, 100, 127});
        List<Specimen> specimens = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            specimens.add(new Specimen("train/" + names.get(label), label, image));
        }
        Showcase showcase = new Showcase(names.subList(0, classes), 1, specimens);
        DataSummary data = new DataSummary(
                classes, 9, List.of(9), 0, classes, false, "2x2x1", Map.of(names.get(0), names.get(1)), showcase);
        return Results.of(
                names.get(7),
                data,
                names.stream().map(HostileExperiment::claim).toList(),
                Stream.concat(Stream.of("none"), names.stream())
                        .map(name -> arm(name, classes))
                        .toArray(ArmResult[]::new));
    }

    private static Claim claim(String name) {
        return new Claim(
                name, Metric.LOSS_GAP, name, new Statement.Against("none", Statement.Direction.LESS), Answer.HELD);
    }

    private static ArmResult arm(String name, int classes) {
        int[] labels = new int[classes];
        float[] logits = new float[classes * classes];
        for (int label = 0; label < classes; label++) {
            labels[label] = label;
            logits[label * classes + (label + 1) % classes] = 1;
        }
        ConfusionMatrix confusion = new ConfusionMatrix(classes);
        confusion.add(new Batch(new float[classes], labels, 1, 1, 1), logits);
        List<RunResult> runs = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            Score score = new Score(Math.floorMod(name.hashCode() + 7 * seed, 100) / 100.0, 0.5);
            runs.add(new RunResult(seed, List.of(new EpochScores(1, score, null, score, List.of(LOOK))), 1, confusion));
        }
        return new ArmResult(name, runs);
    }
}
