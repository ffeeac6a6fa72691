package io.augstream.cli;

import io.augstream.dataset.RealPath;
import io.augstream.dataset.StagedFile;
import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.pipeline.Pipeline;
import io.augstream.preview.ContactSheet;
import io.augstream.preview.Subject;
import io.augstream.targets.Targets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code augstream preview}: what a pipeline does to some images, on one sheet. */
@Command(
        name = "preview",
        header = "Show what a pipeline does: a contact sheet of images and draws of them.",
        descriptionHeading = "%n",
        description = {
            "A row for each IMAGE: the original, and what the stages make of it in epochs 0, 1 and so on, each with what was"
                    + " drawn. It is what 'apply --epoch N' writes. Small images are enlarged by whole factors, large ones"
                    + " shrunk.",
            "",
            "TARGETS tells what moves with the images, in YAML or JSON, under the images' file names: mask (an image file,"
                    + " relative to TARGETS), boxes (left, top, right, bottom, label), keypoints (x, y, name), sides (pairs of"
                    + " names that change places in a mirror) and least_visible. They are painted on top.",
            "",
            "The same command gives the same bytes."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  augstream preview turn.yaml cat.jpg dog.jpg --out sheet.png",
            "  augstream preview turn.yaml cat.jpg --out sheet.png --targets boxes.yaml"
        })
final class PreviewCommand implements Callable<Integer> {
    private static final int MOST_DRAWS = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineFile pipelineFile;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "IMAGE",
            description =
                    "Images; the sample id of each is its file's name, with its folder's where two are called alike.")
    private List<Path> images = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The sheet, a file name ending in .png; one that is already there is replaced.")
    private Path out;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "7",
            description = "For each image, 1 to " + MOST_DRAWS + "; default: ${DEFAULT-VALUE}.")
    private int draws;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            defaultValue = "224",
            description = "The longest side of a picture on the sheet; default: ${DEFAULT-VALUE}.")
    private int size;

    @Option(names = "--targets", paramLabel = "TARGETS", description = "Masks, boxes and keypoints of the images.")
    private @Nullable Path targets;

    @Override
    public Integer call() {
        refuseWrongOut();
        ContactSheet sheet = sheet();
        Pipeline pipeline = PipelineFile.stages(pipelineFile.settings());
        StagedFile.write(out, ImageFiles.encodePng(image(sheet, pipeline))).publish();
        return ExitCode.DONE;
    }

    private ContactSheet sheet() {
        if (draws > MOST_DRAWS) {
            throw refused("--draws must lie in [1, " + MOST_DRAWS + "], got " + draws);
        }
        try {
            return new ContactSheet(draws, seed, size);
        } catch (IllegalArgumentException e) {
            throw refused("--" + e.getMessage());
        }
    }

    private Image image(ContactSheet sheet, Pipeline pipeline) {
        List<Subject> subjects = subjects();
        try {
            return sheet.of(pipeline, subjects);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private List<Subject> subjects() {
        Optional<TargetsFile> file = Optional.ofNullable(targets).map(TargetsFile::read);
        List<String> names = PathEndings.of(images);
        file.ifPresent(one -> one.requireSome(names));
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Image image = ImageFiles.read(images.get(i));
            subjects.add(new Subject(
                    name, image, file.map(one -> one.of(name, image.size())).orElse(Targets.NONE)));
        }
        return subjects;
    }

    private void refuseWrongOut() {
        if (Files.isDirectory(out)) {
            throw refused("--out must be a file name, but " + out + " is a folder");
        }
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw refused("sheets are written as PNG, so --out must end in .png, got " + out);
        }
        for (Path image : images) {
            if (Files.isDirectory(image)) {
                throw refused("IMAGE must be a file, but " + image + " is a folder");
            }
            if (RealPath.of(image).equals(RealPath.of(out))) {
                throw refused("--out would replace IMAGE, " + image);
            }
        }
    }

    private ParameterException refused(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
