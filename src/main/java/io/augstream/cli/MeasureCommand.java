package io.augstream.cli;

import io.augstream.lab.Choice;
import io.augstream.lab.ChoiceCheck;
import io.augstream.lab.ClaimResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.ExperimentSettings;
import io.augstream.lab.Recommendation;
import io.augstream.lab.report.ClaimIndex;
import io.augstream.lab.report.ClaimTable;
import io.augstream.lab.report.RecommendationFolder;
import io.augstream.lab.report.RecommendationText;
import io.augstream.lab.report.ResultTable;
import io.augstream.lab.report.RunFolder;
import io.augstream.lab.report.WorthTable;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code augstream measure}: what each stage does to overfitting. */
@Command(
        name = "measure",
        header = "Train with and without each augmentation, and tell what it did.",
        descriptionHeading = "%n",
        description = {
            "Trains a network for each arm (a choice of stages) and each seed, scores it on clean images, and shows a"
                    + " table: accuracies, the gap between training and test images, and what each arm changes, with"
                    + " 95%% intervals over the seeds.",
            "",
            "DIR then holds the pipeline file as it was used, metrics.csv, report.json and"
                    + " report.html, the page to open. Runs are kept in DIR/kept as they go on: an experiment that was"
                    + " stopped goes on with the same command, and more seeds can be added to one that is finished, whose"
                    + " verdicts are then exploratory."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  augstream measure pipelines/quickstart.yaml",
            "  augstream measure pipelines/mnist.yaml --set data.root=mnist --seeds 8",
            "  augstream measure pipelines/quickstart.yaml --recommend",
            "  augstream measure pipelines/claims/*.yaml --out runs/claims"
        })
final class MeasureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineFile pipelineFile;

    @Parameters(
            index = "1..*",
            paramLabel = "PIPELINE",
            description = "More pipeline files: all are measured, one after the other.")
    private List<Path> more = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description =
                    "Train each arm N times, with the seeds 1 to N, whatever the file says. Fewer than 5 give no verdicts.")
    private @Nullable Integer seeds;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the results go; default: runs/NAME. Of several files: in DIR/NAME each, and index.html with all"
                            + " claims in DIR; default: runs.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace the experiment that DIR holds, and train all of its runs anew.")
    private boolean force;

    @Option(
            names = "--recommend",
            description =
                    "Then choose an arm by the validation split, train it and the baseline again with fresh seeds, and"
                            + " write DIR/recommended.yaml: the file to train with, the arm's where it helps and the baseline's"
                            + " otherwise.")
    private boolean recommend;

    @Option(names = "--strict", description = "End with exit code 4 when a claim's answer is not the expected one.")
    private boolean strict;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress.")
    private boolean quiet;

    @Override
    public Integer call() {
        if (seeds != null && seeds < 1) {
            throw new ParameterException(spec.commandLine(), "--seeds must be at least 1, got " + seeds);
        }
        List<ExperimentSettings> experiments = experiments();
        List<RunFolder> folders = experiments.stream()
                .map(settings -> RunFolder.claim(folder(settings), settings, force))
                .toList();
        List<RecommendationFolder> recommendations = recommendations(experiments, folders);
        List<ExperimentResult> results = new ArrayList<>();
        for (int i = 0; i < experiments.size(); i++) {
            // Held until its recommendation, too, is written.
            try (RunFolder folder = folders.get(i)) {
                results.add(measured(experiments.get(i), folder));
                if (recommend) {
                    recommend(experiments.get(i), results.get(i), folder, recommendations.get(i));
                }
            }
            if (isOneOfMany()) {
                ClaimIndex.write(root(), results);
            }
        }
        if (isOneOfMany()) {
            tell("All claims: " + root().resolve("index.html") + "\n");
        }
        boolean asExpected =
                results.stream().flatMap(result -> result.claims().stream()).allMatch(ClaimResult::isExpected);
        return strict && !asExpected ? ExitCode.UNEXPECTED : ExitCode.DONE;
    }

    /** All files, bound before the first training; no two of one name, as they lie in folders of their names. */
    private List<ExperimentSettings> experiments() {
        List<ExperimentSettings> experiments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (PipelineFile file : files()) {
            Settings read = file.settings();
            ExperimentSettings settings = ExperimentSettings.from(
                    seeds == null ? read : read.with("measure.seeds", seeds.toString()), file.name());
            if (!names.add(settings.name())) {
                throw new SettingsException(file.written() + ": is called '" + settings.name()
                        + "', as a file before it is; 'name' renames it");
            }
            experiments.add(settings);
        }
        return experiments;
    }

    /** One an experiment, none where nobody asked. */
    private List<RecommendationFolder> recommendations(List<ExperimentSettings> experiments, List<RunFolder> folders) {
        List<RecommendationFolder> recommendations = new ArrayList<>();
        for (int i = 0; recommend && i < experiments.size(); i++) {
            ChoiceCheck.require(experiments.get(i));
            recommendations.add(RecommendationFolder.claim(folders.get(i), experiments.get(i), force));
        }
        return recommendations;
    }

    private List<PipelineFile> files() {
        List<PipelineFile> files = new ArrayList<>(List.of(pipelineFile));
        more.forEach(path -> files.add(pipelineFile.other(path)));
        return files;
    }

    private boolean isOneOfMany() {
        return !more.isEmpty();
    }

    private Path root() {
        return out == null ? Path.of("runs") : out;
    }

    private Path folder(ExperimentSettings settings) {
        return out == null || isOneOfMany() ? root().resolve(settings.name()) : out;
    }

    private ExperimentResult measured(ExperimentSettings settings, RunFolder folder) {
        ExperimentResult result = measuring().finish(settings, folder);
        tell((isOneOfMany() ? settings.name() + "\n" : "")
                + ResultTable.of(result, StandardCharsets.UTF_8)
                + ClaimTable.of(result)
                + WorthTable.of(result.worth())
                + ending(folder)
                + (isOneOfMany() ? "\n" : ""));
        return result;
    }

    private Measuring measuring() {
        return new Measuring(spec.commandLine().getErr(), quiet);
    }

    /** An arm beside the baseline is confirmed in an experiment of its own, kept as any other. */
    private void recommend(
            ExperimentSettings settings, ExperimentResult result, RunFolder run, RecommendationFolder folder) {
        Choice choice = Choice.among(settings.measure(), result);
        Recommendation recommendation = new Recommendation(choice, confirmation(settings, choice, folder));
        Path file = folder.write(recommendation, settings.name());
        run.recommend(result, recommendation);
        tell(RecommendationText.of(recommendation) + "Written to " + file + ".\n" + (isOneOfMany() ? "\n" : ""));
    }

    private Optional<ExperimentResult> confirmation(
            ExperimentSettings settings, Choice choice, RecommendationFolder folder) {
        if (choice.isBaseline()) {
            return Optional.empty();
        }
        ExperimentSettings fresh = settings.confirming(choice.best().arm());
        try (RunFolder confirmation = folder.confirmation(fresh)) {
            return Optional.of(measuring().finish(fresh, confirmation));
        }
    }

    private static String ending(RunFolder folder) {
        return folder.isFinished()
                ? "Nothing was left to do: " + folder.path() + " holds this experiment, finished.\n"
                : "Written to " + folder.path() + ".\n";
    }

    private void tell(String text) {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.print(text.replace("\n", System.lineSeparator()));
        terminal.flush();
    }
}
