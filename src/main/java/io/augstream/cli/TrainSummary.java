package io.augstream.cli;

import io.augstream.lab.report.Notes;
import io.augstream.run.RunSummary;
import io.augstream.run.TrainingFolder;
import io.augstream.train.StopReason;
import io.augstream.train.health.Diagnosis;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code train} says at its end. */
final class TrainSummary {
    private static final double PERCENT = 100;
    private static final int WIDTH = 80;

    private TrainSummary() {}

    /** @param file the pipeline file as it was written on the command line */
    static void print(RunSummary summary, TrainingFolder folder, String file, PrintWriter out) {
        out.println();
        if (!summary.scores().isEmpty()) {
            out.println("            accuracy %    loss   (clean images, weights of epoch " + summary.scored() + ")");
            summary.scores()
                    .forEach((split, score) -> out.println(String.format(
                            Locale.ROOT,
                            "%-10s  %10s  %6s",
                            split.id(),
                            EpochTable.percent(score.accuracy()),
                            EpochTable.loss(score.loss()))));
            out.println();
        }
        out.println(why(summary));
        out.println(String.format(
                Locale.ROOT,
                "%,d images in %s, %,.0f a second; waited on data %.1f%% of the time.",
                summary.images(),
                TimeLeft.of(summary.seconds()),
                summary.seconds() > 0 ? summary.images() / summary.seconds() : 0,
                PERCENT * summary.waitShare()));
        summary.health().ifPresent(diagnosis -> printHealth(diagnosis, out));
        String written = Stream.of(folder.last(), folder.best(), folder.metrics(), folder.health(), folder.pipeline())
                .filter(Files::exists)
                .map(path -> String.valueOf(path.getFileName()))
                .collect(Collectors.joining(", "));
        out.println("Written to " + folder.path() + ": " + written + ".");
        if (summary.reason() == StopReason.REQUESTED) {
            out.println("Go on with: augstream train " + file + " --resume " + folder.path());
        }
        out.flush();
    }

    static void printHealth(Diagnosis diagnosis, PrintWriter out) {
        Notes.broken("Health: " + diagnosis.line() + ".", WIDTH).forEach(out::println);
        out.flush();
    }

    private static String why(RunSummary summary) {
        String time = "; " + TimeLeft.of(summary.total()) + " in all.";
        String best = summary.best() > 0 ? "; best on the validation split: epoch " + summary.best() : "";
        return switch (summary.reason()) {
            case ALL_EPOCHS -> "All " + summary.epochs() + " epochs done" + best + time;
            case NO_IMPROVEMENT -> "Stopped early after epoch " + summary.epochs() + best + time;
            case REQUESTED -> "Stopped on request " + summary.position().words() + time;
        };
    }
}
