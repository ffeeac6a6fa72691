package io.augstream.lab.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Calls each run by its name, or, where two have the same, all by their folders, or by their paths as given. */
final class RunLabels {
    private RunLabels() {}

    static List<FinishedRun> on(List<FinishedRun> runs) {
        return Stream.<Function<FinishedRun, String>>of(run -> run.report().name(), RunLabels::folder)
                .filter(label -> runs.stream().map(label).distinct().count() == runs.size())
                .findFirst()
                .map(label -> named(runs, label))
                .orElseGet(() -> named(runs, run -> run.path().toString()));
    }

    private static List<FinishedRun> named(List<FinishedRun> runs, Function<FinishedRun, String> label) {
        return runs.stream().map(run -> run.called(label.apply(run))).toList();
    }

    private static String folder(FinishedRun run) {
        Path path = run.path().toAbsolutePath().normalize();
        Path folder = path.endsWith("report.json") ? path.getParent() : path;
        return folder == null || folder.getFileName() == null
                ? path.toString()
                : folder.getFileName().toString();
    }
}
