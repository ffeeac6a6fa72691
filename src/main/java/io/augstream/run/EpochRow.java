package io.augstream.run;

import io.augstream.settings.Json;
import io.augstream.train.EpochReport;
import io.augstream.train.Score;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a training's metrics.csv.
 *
 * @param epoch from 1
 * @param learningRate of its last step
 * @param train over the images as they went in, augmented, while the weights moved: not to be compared with the others
 * @param validation after the epoch; null where there is no validation split
 * @param images trained on
 * @param seconds without the scoring of the validation split; NaN where a part of the epoch was trained before the training
 *     was resumed
 * @param waited seconds of them without a batch to train on
 */
public record EpochRow(
        int epoch,
        double learningRate,
        Score train,
        @Nullable Score validation,
        long images,
        double seconds,
        double waited) {
    static final String HEADER = "epoch,learning_rate,train_loss,train_accuracy,validation_loss,validation_accuracy,"
            + "images_per_second,seconds,data_wait";

    static EpochRow of(EpochReport report) {
        return new EpochRow(
                report.epoch() + 1,
                report.learningRate(),
                new Score(report.accuracy(), report.loss()),
                report.validation(),
                report.images(),
                report.seconds(),
                report.waited());
    }

    public double imagesPerSecond() {
        return images / seconds;
    }

    /** The share of the time that the trainer waited for data, in [0, 1]. */
    public double waitShare() {
        return waited / seconds;
    }

    /** Without a line break; what was not scored, and times that nobody knows, are empty. */
    String csv() {
        List<String> fields = new ArrayList<>(List.of(Integer.toString(epoch), Json.line(learningRate)));
        add(fields, train);
        add(fields, validation);
        fields.add(rounded(imagesPerSecond(), 10));
        fields.add(rounded(seconds, 1000));
        fields.add(rounded(waitShare(), 10_000));
        return String.join(",", fields);
    }

    private static void add(List<String> fields, @Nullable Score score) {
        fields.add(score == null ? "" : number(score.loss()));
        fields.add(score == null ? "" : number(score.accuracy()));
    }

    private static String rounded(double value, double parts) {
        return Double.isNaN(value) ? "" : number(Math.rint(value * parts) / parts);
    }

    /** A validation loss may be infinite, which JSON has no number for. */
    private static String number(double value) {
        return Double.isFinite(value) ? Json.line(value) : Double.toString(value);
    }
}
