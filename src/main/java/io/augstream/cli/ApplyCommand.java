package io.augstream.cli;

import io.augstream.dataset.RealPath;
import io.augstream.dataset.StagedFile;
import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.image.ImageFormatException;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code augstream apply}: the stages of a pipeline on one picture, or on each of a folder. */
@Command(
        name = "apply",
        header = "Run the stages of a pipeline on one image, or on each image of a folder.",
        descriptionHeading = "%n",
        description = {
            "The result is PNG; gray images stay gray. The same seed, epoch and sample id give the same bytes.",
            "",
            "Of a folder every file counts, those in deeper folders too, but not hidden ones; OUTPUT is then a folder,"
                    + " and each result has its image's name with .png. Files that are not images are named at the end,"
                    + " and the exit code is 3; the others are written. A file that is already there is replaced. Results"
                    + " appear when all are made."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  augstream apply turn.yaml cat.jpg turned.png", "  augstream apply turn.yaml photos turned --seed 3"
        })
final class ApplyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineFile pipelineFile;

    @Parameters(index = "1", paramLabel = "INPUT", description = "An image, or a folder of images.")
    private Path input;

    @Parameters(
            index = "2",
            paramLabel = "OUTPUT",
            description = "A file name ending in .png; a folder where INPUT is one.")
    private Path output;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--epoch", paramLabel = "N", defaultValue = "0", description = "Default: ${DEFAULT-VALUE}.")
    private long epoch;

    @Option(
            names = "--sample",
            paramLabel = "ID",
            description = "The sample id; default: the file's name, in a folder its path from INPUT.")
    private @Nullable String sample;

    @Override
    public Integer call() {
        if (epoch < 0) {
            throw refused("--epoch must be 0 or more, got " + epoch);
        }
        Pipeline pipeline = PipelineFile.stages(pipelineFile.settings());
        return Files.isDirectory(input) ? folder(pipeline) : file(pipeline);
    }

    private int file(Pipeline pipeline) {
        if (Files.isDirectory(output)) {
            throw refused("INPUT is one image, so OUTPUT must be a file name, but " + output + " is a folder");
        }
        if (!output.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw refused("images are written as PNG, so OUTPUT must end in .png, got " + output);
        }
        if (RealPath.of(input).equals(RealPath.of(output))) {
            throw refused("OUTPUT would replace INPUT, " + input);
        }
        changed(pipeline, input, sample == null ? String.valueOf(input.getFileName()) : sample, output)
                .publish();
        return ExitCode.DONE;
    }

    private int folder(Pipeline pipeline) {
        if (sample != null) {
            throw refused("--sample is for one image; in a folder each image's id is its path from INPUT");
        }
        if (Files.exists(output) && !Files.isDirectory(output)) {
            throw refused("INPUT is a folder, so OUTPUT must be one, but " + output + " is a file");
        }
        if (RealPath.of(output).startsWith(RealPath.of(input))) {
            throw refused("OUTPUT lies in INPUT, whose images would be read again the next time: " + output);
        }
        List<PictureFolder.Entry> entries = PictureFolder.entries(input);
        refuseInputsAsTargets(entries);
        PrintWriter err = spec.commandLine().getErr();
        List<StagedFile> results = new ArrayList<>();
        try {
            for (PictureFolder.Entry entry : entries) {
                try {
                    results.add(changed(pipeline, entry.file(), entry.id(), output.resolve(entry.target())));
                } catch (ImageFormatException e) {
                    err.println("augstream: " + e.getMessage());
                }
            }
        } catch (RuntimeException | Error e) {
            results.forEach(StagedFile::discard);
            throw e;
        }
        results.forEach(StagedFile::publish);
        int unreadable = entries.size() - results.size();
        if (unreadable > 0) {
            err.println("augstream: " + unreadable + " of " + entries.size() + " files could not be read");
        }
        err.flush();
        return unreadable > 0 ? ExitCode.WRONG_DATA : ExitCode.DONE;
    }

    private StagedFile changed(Pipeline pipeline, Path from, String id, Path to) {
        Image changed = pipeline.apply(ImageFiles.read(from), new DrawKey(seed, epoch, id));
        return StagedFile.write(to, ImageFiles.encodePng(changed));
    }

    /** A folder above INPUT may take the results, as long as none has the place of an image that is read. */
    private void refuseInputsAsTargets(List<PictureFolder.Entry> entries) {
        Set<Path> inputs =
                entries.stream().map(entry -> RealPath.of(entry.file())).collect(Collectors.toSet());
        for (PictureFolder.Entry entry : entries) {
            Path target = output.resolve(entry.target());
            if (inputs.contains(RealPath.of(target))) {
                throw refused("OUTPUT would replace " + target + ", which lies in INPUT");
            }
        }
    }

    private ParameterException refused(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
