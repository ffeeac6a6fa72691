package io.augstream.cli;

import io.augstream.dataset.DataException;
import io.augstream.dataset.DataSettings;
import io.augstream.dataset.Dataset;
import io.augstream.dataset.Datasets;
import io.augstream.pipeline.Pipeline;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.stream.Preprocessing;
import io.augstream.stream.PreprocessingSettings;
import io.augstream.stream.StreamRuntime;
import io.augstream.stream.Tally;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code augstream preprocess}: augmented copies of a whole data set, as files. */
@Command(
        name = "preprocess",
        header = "Write augmented copies of a data set as folders of PNG images (TIFF of floats).",
        descriptionHeading = "%n",
        description = {
            "Prepares each image as data.prepare says (normalising and whitening excepted), runs the stages on it, and writes the"
                    + " results under OUT, a folder a split and a class. manifest.jsonl says of each result what it"
                    + " came from and what was drawn.",
            "",
            "An image that cannot be read is counted, and named with the reason in quarantine.jsonl; the exit code is"
                    + " 0 all the same, and 3 where no image at all could be read."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  augstream preprocess stages.yaml --in photos --out augmented --copies 4")
final class PreprocessCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineFile pipelineFile;

    @Option(names = "--in", required = true, paramLabel = "DATA", description = "The data set's folder.")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results go.")
    private Path out;

    @Option(
            names = "--copies",
            paramLabel = "N",
            defaultValue = "1",
            description = "Results of each image, each drawn anew; default: ${DEFAULT-VALUE}.")
    private int copies;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress.")
    private boolean quiet;

    @Override
    public Integer call() {
        if (copies < 1) {
            throw new ParameterException(spec.commandLine(), "--copies must be at least 1, got " + copies);
        }
        Settings settings = pipelineFile.settingsFor(data);
        Pipeline pipeline = PipelineFile.stages(settings);
        DataSettings dataSettings = DataSettings.from(settings);
        Dataset dataset = Datasets.openToRead(data, dataSettings.format());
        Tally tally =
                run(new PreprocessingSettings(data, dataset, dataSettings.preparation(), pipeline, seed, copies, out));
        PrintWriter result = spec.commandLine().getOut();
        result.println("images read:  " + tally.sound() + " of " + tally.samples());
        result.println("quarantined:  " + tally.quarantined()
                + (tally.quarantined() > 0 ? " (" + out.resolve("quarantine.jsonl") + " says why)" : ""));
        result.println("written:      " + tally.written() + " (" + out.resolve("manifest.jsonl") + ")");
        result.flush();
        if (tally.sound() == 0) {
            throw new DataException(data + ": none of the " + tally.samples() + " images could be read");
        }
        return ExitCode.DONE;
    }

    private Tally run(PreprocessingSettings job) {
        int cores = Runtime.getRuntime().availableProcessors();
        try (Progress progress = Progress.on(spec.commandLine().getErr(), quiet);
                StreamRuntime runtime = new StreamRuntime(cores)) {
            Preprocessing preprocessing = new Preprocessing(runtime, job);
            try {
                return preprocessing.run(tally -> progress.show(
                        tally.done() + " of " + tally.samples() + " images, " + tally.quarantined() + " quarantined"));
            } catch (SettingsException e) {
                throw new SettingsException(e.getMessage() + left(preprocessing.published()), e);
            } catch (UncheckedIOException e) {
                throw new UncheckedIOException(e.getMessage() + left(preprocessing.published()), e.getCause());
            }
        }
    }

    private String left(long pictures) {
        if (pictures == 0) {
            return "";
        }
        String written = pictures == 1 ? "1 picture was" : pictures + " pictures were";
        return "; " + written + " written before that and left in " + out
                + ", which has no manifest.jsonl; remove that folder before another run";
    }
}
