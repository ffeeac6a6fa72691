package io.augstream.lab.report;

import io.augstream.lab.ArmResult;
import io.augstream.lab.EpochScores;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.RunResult;
import io.augstream.settings.Json;
import io.augstream.train.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * metrics.csv: a row an epoch, arm and seed; fields quoted as RFC 4180 says, rows ending with a line feed. What was not
 * scored is empty. Accuracies lie in [0, 1], losses are mean cross-entropies in nats. {@code figures} is 1 in the row of the
 * epoch that the run's figures in the report are of, and 0 in all others.
 */
public final class MetricsCsv {
    private static final List<String> HEADER = List.of(
            "arm",
            "seed",
            "epoch",
            "train_accuracy",
            "train_loss",
            "validation_accuracy",
            "validation_loss",
            "test_accuracy",
            "test_loss",
            "figures");

    private MetricsCsv() {}

    public static String of(ExperimentResult result) {
        StringBuilder csv = new StringBuilder(row(HEADER));
        for (ArmResult arm : result.arms()) {
            for (RunResult run : arm.runs()) {
                for (EpochScores scores : run.epochs()) {
                    csv.append(row(fields(arm.name(), run, scores)));
                }
            }
        }
        return csv.toString();
    }

    private static List<String> fields(String arm, RunResult run, EpochScores scores) {
        List<String> fields =
                new ArrayList<>(List.of(arm, Long.toString(run.seed()), Integer.toString(scores.epoch())));
        add(fields, scores.train());
        add(fields, scores.validation());
        add(fields, scores.test());
        fields.add(scores.epoch() == run.figures().epoch() ? "1" : "0");
        return fields;
    }

    private static void add(List<String> fields, @Nullable Score score) {
        fields.add(score == null ? "" : Json.line(score.accuracy()));
        fields.add(score == null ? "" : Json.line(score.loss()));
    }

    private static String row(List<String> fields) {
        return fields.stream().map(MetricsCsv::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String field) {
        boolean special = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
