package io.augstream.cli;

import io.augstream.dataset.RealPath;
import io.augstream.dataset.StagedFile;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.image.ImageFormatException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One picture, or each of a folder, that a command reads, changes and writes as PNG or TIFF. */
final class ChangedPictures {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    // picocli's n+ is the n-th place of the mixin, and in a command the first free one from there on: here behind
    // PIPELINE of apply, and DRAWS of replay.
    @Parameters(index = "0+", paramLabel = "INPUT", description = "An image, or a folder of images.")
    private Path input;

    @Parameters(
            index = "1+",
            paramLabel = "OUTPUT",
            description = "A file name ending in .png or .tiff; a folder where INPUT is one.")
    private Path output;

    @Option(
            names = "--sample",
            paramLabel = "ID",
            description = "The sample id; default: the file's name, in a folder its path from INPUT.")
    private @Nullable String sample;

    /** What is done to a picture. */
    @FunctionalInterface
    interface Change {
        /** @param id the sample id */
        Image changed(Image image, String id);
    }

    /** The id that the command line gives to the one picture. */
    Optional<String> sample() {
        return Optional.ofNullable(sample);
    }

    /** Whether a file is one of those that are read or written, or would lie among them. */
    boolean hold(Path real) {
        return real.startsWith(RealPath.of(input)) || real.startsWith(RealPath.of(output));
    }

    /** The exit code, when all that could be read is written. */
    int write(Change change) {
        return write(change, Optional::empty);
    }

    /** @param beside a file that is made of what was changed, and gets its name together with the pictures */
    int write(Change change, Supplier<Optional<StagedFile>> beside) {
        return Files.isDirectory(input) ? folder(change, beside) : file(change, beside);
    }

    private int file(Change change, Supplier<Optional<StagedFile>> beside) {
        if (Files.isDirectory(output)) {
            throw refused("INPUT is one image, so OUTPUT must be a file name, but " + output + " is a folder");
        }
        if (!isPng(output) && !isTiff(output)) {
            throw refused("images are written as PNG or TIFF, so OUTPUT must end in .png or .tiff, got " + output);
        }
        if (RealPath.of(input).equals(RealPath.of(output))) {
            throw refused("OUTPUT would replace INPUT, " + input);
        }
        List<StagedFile> results = new ArrayList<>();
        publish(results, () -> {
            Image image = change.changed(ImageFiles.read(input), sample().orElse(String.valueOf(input.getFileName())));
            if (image.depth() == Depth.FLOAT && isPng(output)) {
                throw refused(
                        "this image is of floats, which PNG cannot hold, so OUTPUT must end in .tiff, got " + output);
            }
            results.add(StagedFile.write(
                    output, isTiff(output) ? ImageFiles.encodeTiff(image) : ImageFiles.encodePng(image)));
            beside.get().ifPresent(results::add);
        });
        return ExitCode.DONE;
    }

    /** All of them, or none where one cannot be made. */
    private static void publish(List<StagedFile> results, Runnable making) {
        try {
            making.run();
        } catch (RuntimeException | Error e) {
            results.forEach(StagedFile::discard);
            throw e;
        }
        StagedFile.publish(results);
    }

    private int folder(Change change, Supplier<Optional<StagedFile>> beside) {
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
        PrintWriter err = command.commandLine().getErr();
        List<StagedFile> results = new ArrayList<>();
        AtomicInteger problems = new AtomicInteger();
        publish(results, () -> {
            for (PictureFolder.Entry entry : entries) {
                try {
                    Image image = change.changed(ImageFiles.read(entry.file()), entry.id());
                    results.add(
                            StagedFile.write(output.resolve(entry.target(image.depth())), ImageFiles.encode(image)));
                } catch (ImageFormatException e) {
                    problems.incrementAndGet();
                    err.println("augstream: " + e.getMessage());
                }
            }
            beside.get().ifPresent(results::add);
        });
        int unreadable = problems.get();
        if (unreadable > 0) {
            err.println("augstream: " + unreadable + " of " + entries.size() + " files could not be read");
        }
        err.flush();
        return unreadable > 0 ? ExitCode.WRONG_DATA : ExitCode.DONE;
    }

    private static boolean isPng(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    }

    private static boolean isTiff(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".tif") || name.endsWith(".tiff");
    }

    /** A folder above INPUT may take the results, as long as none has the place of an image that is read. */
    private void refuseInputsAsTargets(List<PictureFolder.Entry> entries) {
        Set<Path> inputs =
                entries.stream().map(entry -> RealPath.of(entry.file())).collect(Collectors.toSet());
        for (PictureFolder.Entry entry : entries) {
            for (Depth depth : Depth.values()) {
                Path target = output.resolve(entry.target(depth));
                if (inputs.contains(RealPath.of(target))) {
                    throw refused("OUTPUT would replace " + target + ", which lies in INPUT");
                }
            }
        }
    }

    private ParameterException refused(String problem) {
        return new ParameterException(command.commandLine(), problem);
    }
}
