package io.augstream.stream;

import io.augstream.dataset.DataException;
import io.augstream.dataset.OutputNames;
import io.augstream.dataset.QuarantinedImage;
import io.augstream.dataset.Sample;
import io.augstream.dataset.Split;
import io.augstream.dataset.StagedFile;
import io.augstream.dataset.WrittenImage;
import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.image.ImageFormatException;
import io.augstream.pipeline.Draw;
import io.augstream.pipeline.DrawKey;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Writes all copies of a sample, or none of them. Safe for all threads. */
final class SampleWriter {
    private final PreprocessingSettings settings;
    private final OutputNames names;
    private final LongAdder published = new LongAdder();

    SampleWriter(PreprocessingSettings settings) {
        this.settings = settings;
        this.names = new OutputNames(settings.dataset());
    }

    /**
     * Reads, prepares, augments and writes; a picture that cannot be read is quarantined. Whatever else goes wrong is not
     * the picture's fault and ends the job.
     *
     * @throws UncheckedIOException if an image cannot be written
     * @throws io.augstream.settings.SettingsException if a stage does not fit the image
     */
    Preprocessed write(Split split, Sample sample) {
        Image image;
        try {
            image = settings.preparation().read(sample);
        } catch (DataException | ImageFormatException e) {
            return new Preprocessed(List.of(), new QuarantinedImage(sample.id(), source(sample), reason(e)));
        }
        settings.pipeline().requireFittingFills(image, sample.id());
        return new Preprocessed(copies(split, sample, image), null);
    }

    /** How many files have their real names by now. */
    long published() {
        return published.sum();
    }

    private List<WrittenImage> copies(Split split, Sample sample, Image image) {
        List<StagedFile> files = new ArrayList<>();
        List<WrittenImage> written = new ArrayList<>();
        try {
            for (int copy = 0; copy < settings.copies(); copy++) {
                written.add(stage(split, sample, image, copy, files));
            }
        } catch (RuntimeException | Error e) {
            files.forEach(StagedFile::discard);
            throw e;
        }
        StagedFile.publish(files);
        published.add(files.size());
        return written;
    }

    private WrittenImage stage(Split split, Sample sample, Image image, int copy, List<StagedFile> files) {
        DrawKey key = new DrawKey(settings.seed(), copy, sample.id());
        List<Draw> draws = settings.pipeline().draw(image.size(), key);
        Image changed = settings.pipeline().apply(draws, image, key);
        byte[] file = ImageFiles.encode(changed);
        String output = names.of(split, sample, copy) + ImageFiles.ending(changed.depth());
        files.add(StagedFile.write(settings.out().resolve(output), file));
        return new WrittenImage(
                sample.id(),
                source(sample),
                label(sample),
                copy,
                draws.stream().map(Draw::describe).toList(),
                output,
                sha256(file));
    }

    /** Relative to the data, so that the manifest does not depend on where the data lies. */
    private String source(Sample sample) {
        String name = sample.source().name();
        return name.isEmpty() ? sample.id() : belowData(name).replace(separator(), "/");
    }

    /** A file's path without the data's folder in front, where it begins with it; also a message about the file. */
    private String belowData(String text) {
        String folder = settings.data() + separator();
        return text.startsWith(folder) ? text.substring(folder.length()) : text;
    }

    private String separator() {
        return settings.data().getFileSystem().getSeparator();
    }

    private @Nullable String label(Sample sample) {
        return sample.label() == Sample.UNLABELLED
                ? null
                : settings.dataset().classes().get(sample.label());
    }

    /** One line that, as the source, does not depend on where the data lies. */
    private String reason(RuntimeException e) {
        return belowData(String.valueOf(e.getMessage())).replaceAll("\\s+", " ");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
