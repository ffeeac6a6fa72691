package io.augstream.cli;

import io.augstream.pipeline.Draw;
import io.augstream.pipeline.Pipeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code augstream replay}: recorded draws on the images that they were drawn for, or on others. */
@Command(
        name = "replay",
        header = "Do to images again what was drawn before, for them or for others.",
        descriptionHeading = "%n",
        description = {
            "DRAWS is what 'apply --record' wrote, or the manifest.jsonl of 'preprocess'. The same draws on the same image"
                    + " give the same bytes, whatever has become of the pipeline file.",
            "",
            "Each image takes the draws of its sample id. A file with one line alone goes for every image: the other"
                    + " picture of a stereo pair, or all frames of a film.",
            "",
            "Draws are made for an image as its stages met it: where preprocess prepared it (data.prepare), INPUT is the"
                    + " prepared one. OUTPUT is written as by 'apply'."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  augstream apply turn.yaml left.png left-turned.png --record drawn.jsonl",
            "  augstream replay drawn.jsonl right.png right-turned.png"
        })
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DRAWS", description = "The recorded draws, a line of JSON for each image.")
    private Path file;

    @Mixin
    private ChangedPictures pictures;

    @Option(
            names = "--copy",
            paramLabel = "N",
            description = "Which copy of a manifest, from 0; default: 0, or that of the only line.")
    private @Nullable Integer copy;

    @Override
    public Integer call() {
        if (copy != null && copy < 0) {
            throw new ParameterException(spec.commandLine(), "--copy must be 0 or more, got " + copy);
        }
        RecordedDraws recorded = RecordedDraws.read(file);
        OptionalInt asked = copy == null ? OptionalInt.empty() : OptionalInt.of(copy);
        Optional<List<Draw>> forAll = pictures.sample().isEmpty() ? recorded.single(asked) : Optional.empty();
        return pictures.write(
                (image, id) -> Pipeline.apply(forAll.orElseGet(() -> recorded.of(id, asked.orElse(0))), image));
    }
}
