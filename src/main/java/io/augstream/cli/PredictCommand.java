package io.augstream.cli;

import io.augstream.dataset.DataException;
import io.augstream.image.ImageFiles;
import io.augstream.image.ImageFormatException;
import io.augstream.run.TrainedNetwork;
import io.augstream.run.TrainingFile;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code augstream predict}: what a trained network sees in images. */
@Command(
        name = "predict",
        header = "Label images by a trained network.",
        descriptionHeading = "%n",
        description = {
            "Each image is prepared as data.prepare says and normalised as for the training. The percentages are the"
                    + " network's softmax.",
            "",
            "Of a folder every file counts, those in deeper folders too, but not hidden ones. An image that cannot be"
                    + " read is named on standard error; the exit code is 0 all the same, and 3 where none could be"
                    + " read."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  augstream predict shapes.yaml --weights runs/shapes/best.safetensors photos")
final class PredictCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineFile pipelineFile;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE|FOLDER", description = "What to label.")
    private List<Path> inputs;

    @Option(
            names = "--weights",
            required = true,
            paramLabel = "W",
            description = "A .safetensors file that 'augstream train' wrote.")
    private Path weights;

    @Option(
            names = "--top",
            paramLabel = "K",
            defaultValue = "3",
            description = "So many classes an image, likeliest first; default: ${DEFAULT-VALUE}.")
    private int top;

    @Option(names = "--csv", description = "Print CSV: image, rank, class, probability.")
    private boolean csv;

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    @Mixin
    private Mirrored mirrored;

    @Mixin
    private Threads threads;

    @Override
    public Integer call() {
        if (top < 1) {
            throw new ParameterException(spec.commandLine(), "--top must be at least 1, got " + top);
        }
        if (csv && json) {
            throw new ParameterException(spec.commandLine(), "--csv and --json exclude each other");
        }
        TrainingFile file = TrainingFile.from(pipelineFile.settingsWithoutData());
        List<Path> files = files();
        int labelled = 0;
        try (TrainedNetwork network = TrainedNetwork.load(file, weights, threads.of(file), mirrored.choice())) {
            PrintWriter out = spec.commandLine().getOut();
            PredictionLines lines = csv
                    ? PredictionLines.csv(network.classes(), top)
                    : json
                            ? PredictionLines.json(network.classes(), top)
                            : PredictionLines.table(network.classes(), top, files);
            out.print(lines.heading());
            for (Path image : files) {
                try {
                    out.println(lines.line(image, network.classify(image.toString(), ImageFiles.read(image))));
                    labelled++;
                } catch (ImageFormatException e) {
                    out.flush();
                    spec.commandLine().getErr().println("augstream: " + e.getMessage());
                }
            }
            out.flush();
        }
        if (labelled == 0) {
            throw new DataException("none of the " + files.size() + " files could be read as an image");
        }
        return ExitCode.DONE;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                files.addAll(PictureFolder.files(input));
            } else if (Files.exists(input)) {
                files.add(input);
            } else {
                throw new DataException(input + ": no such file or folder");
            }
        }
        if (files.isEmpty()) {
            throw new DataException(inputs.get(0) + ": no files here");
        }
        return files;
    }
}
