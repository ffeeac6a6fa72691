package io.augstream.lab.compare;

import io.augstream.settings.SettingsException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finished runs and what differs between them.
 *
 * @param pipeline lines of the pipeline files, of those runs that have theirs
 * @param data digests of what the runs were made on
 * @param software version, Java and kernels
 * @param pairs every two runs
 */
public record SideBySide(
        List<FinishedRun> runs,
        List<Difference> pipeline,
        List<Difference> data,
        List<Difference> software,
        List<RunPair> pairs) {
    /**
     * @param paths two or more, each the folder of a run or its report.json
     * @throws SettingsException if one is no finished run, or two are the same
     */
    public static SideBySide of(List<Path> paths) {
        List<FinishedRun> read = paths.stream().map(RunReader::read).toList();
        requireDistinct(read);
        List<FinishedRun> runs = RunLabels.on(read);
        List<FinishedRun> withFile =
                runs.stream().filter(run -> run.pipeline().isKnown()).toList();
        return new SideBySide(
                runs,
                differences(withFile, run -> run.pipeline().lines()),
                differences(runs, run -> run.report().origin().digests()),
                differences(runs, run -> run.report().origin().software()),
                RunPair.among(runs));
    }

    boolean onSameImages() {
        Origin first = runs.get(0).report().origin();
        return runs.stream().allMatch(run -> run.report().origin().hasImagesOf(first));
    }

    private static List<Difference> differences(
            List<FinishedRun> runs, Function<FinishedRun, Map<String, String>> values) {
        return Difference.among(
                runs.stream().collect(Collectors.toMap(FinishedRun::label, values, (a, b) -> a, LinkedHashMap::new)));
    }

    /** By what the reports hold: a link to a folder and a copy of it are the same run too. */
    private static void requireDistinct(List<FinishedRun> runs) {
        Map<String, Path> seen = new LinkedHashMap<>();
        for (FinishedRun run : runs) {
            Path other = seen.putIfAbsent(run.sha256(), run.path());
            if (other != null) {
                throw new SettingsException(
                        other.equals(run.path())
                                ? other + ": is given twice; each run is compared once"
                                : other + " and " + run.path() + " are the same run; each run is compared once");
            }
        }
    }
}
