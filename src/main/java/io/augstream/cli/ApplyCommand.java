package io.augstream.cli;

import io.augstream.dataset.RealPath;
import io.augstream.dataset.StagedFile;
import io.augstream.pipeline.Draw;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code augstream apply}: the stages of a pipeline on one picture, or on each of a folder. */
@Command(
        name = "apply",
        header = "Run the stages of a pipeline on one image, or on each image of a folder.",
        descriptionHeading = "%n",
        description = {
            "The result is PNG, or TIFF; gray images stay gray, 16 bits and floats stay so. The same seed, epoch and sample id give the same bytes.",
            "",
            "Of a folder every file counts, those in deeper folders too, but not hidden ones; OUTPUT is then a folder,"
                    + " and each result has its image's name with .png, of floats with .tiff. Files that are not images are named at the end,"
                    + " and the exit code is 3; the others are written. A file that is already there is replaced. Results"
                    + " appear when all are made."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  augstream apply turn.yaml cat.jpg turned.png",
            "  augstream apply turn.yaml photos turned --seed 3 --record drawn.jsonl"
        })
final class ApplyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineFile pipelineFile;

    @Mixin
    private ChangedPictures pictures;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--epoch", paramLabel = "N", defaultValue = "0", description = "Default: ${DEFAULT-VALUE}.")
    private long epoch;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Write what was drawn for each image to FILE, for 'augstream replay'.")
    private @Nullable Path record;

    @Override
    public Integer call() {
        if (epoch < 0) {
            throw new ParameterException(spec.commandLine(), "--epoch must be 0 or more, got " + epoch);
        }
        if (record != null) {
            refuseToRecordOver(record);
        }
        Pipeline pipeline = PipelineFile.stages(pipelineFile.settings());
        StringBuilder recorded = new StringBuilder();
        return pictures.write(
                (image, id) -> {
                    pipeline.requireFittingFills(image, id);
                    DrawKey key = new DrawKey(seed, epoch, id);
                    List<Draw> draws = pipeline.draw(image.size(), key);
                    recorded.append(RecordedDraws.line(id, draws)).append('\n');
                    return pipeline.apply(draws, image, key);
                },
                () -> staged(recorded.toString()));
    }

    private Optional<StagedFile> staged(String recorded) {
        return Optional.ofNullable(record)
                .map(file -> StagedFile.write(file, recorded.getBytes(StandardCharsets.UTF_8)));
    }

    private void refuseToRecordOver(Path file) {
        Path real = RealPath.of(file);
        if (pictures.hold(real) || real.equals(RealPath.of(pipelineFile.path()))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--record must lie outside of INPUT and OUTPUT and not be PIPELINE, got " + file);
        }
        if (Files.isDirectory(file)) {
            throw new ParameterException(
                    spec.commandLine(), "--record must be a file name, but " + file + " is a folder");
        }
    }
}
