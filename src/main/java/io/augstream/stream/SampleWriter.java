package io.augstream.stream;

import io.augstream.dataset.OutputNames;
import io.augstream.dataset.QuarantinedImage;
import io.augstream.dataset.Sample;
import io.augstream.dataset.Split;
import io.augstream.dataset.StagedFile;
import io.augstream.dataset.WrittenImage;
import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.pipeline.Draw;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes all copies of a sample, or none of them. Safe for all threads. */
final class SampleWriter {
    private final PreprocessingSettings settings;
    private final OutputNames names;

    SampleWriter(PreprocessingSettings settings) {
        this.settings = settings;
        this.names = new OutputNames(settings.dataset());
    }

    /**
     * Reads, prepares, augments and writes; whatever is wrong with the picture becomes its quarantine.
     *
     * @throws UncheckedIOException if an image cannot be written, which is not the picture's fault
     */
    Preprocessed write(Split split, Sample sample) {
        List<StagedFile> files = new ArrayList<>();
        List<WrittenImage> written = new ArrayList<>();
        try {
            Image image = settings.preparation().read(sample);
            for (int copy = 0; copy < settings.copies(); copy++) {
                written.add(stage(split, sample, image, copy, files));
            }
        } catch (UncheckedIOException e) {
            files.forEach(StagedFile::discard);
            throw e;
        } catch (RuntimeException e) {
            files.forEach(StagedFile::discard);
            return new Preprocessed(List.of(), new QuarantinedImage(sample.id(), source(sample), reason(e)));
        }
        files.forEach(StagedFile::publish);
        return new Preprocessed(written, null);
    }

    private WrittenImage stage(Split split, Sample sample, Image image, int copy, List<StagedFile> files) {
        List<Draw> draws = settings.pipeline().draw(image.size(), new DrawKey(settings.seed(), copy, sample.id()));
        byte[] png = ImageFiles.encodePng(Pipeline.apply(draws, image));
        String output = names.of(split, sample, copy);
        files.add(StagedFile.write(settings.out().resolve(output), png));
        return new WrittenImage(
                sample.id(),
                source(sample),
                label(sample),
                copy,
                draws.stream().map(Draw::describe).toList(),
                output,
                sha256(png));
    }

    /** Relative to the data, so that the manifest does not depend on where the data lies. */
    private String source(Sample sample) {
        String name = sample.source().name();
        Path data = settings.data();
        if (name.isEmpty()) {
            return sample.id();
        }
        String separator = data.getFileSystem().getSeparator();
        String folder = data + separator;
        String relative = name.startsWith(folder) ? name.substring(folder.length()) : name;
        return relative.replace(separator, "/");
    }

    private @Nullable String label(Sample sample) {
        return sample.label() == Sample.UNLABELLED
                ? null
                : settings.dataset().classes().get(sample.label());
    }

    private static String reason(RuntimeException e) {
        String message = e.getMessage();
        return (message == null ? e.getClass().getSimpleName() : message).replaceAll("\\s+", " ");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
