package io.augstream.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.DrawnPictures;
import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.function.Executable;

/** Small data sets for tests. */
final class TestSets {
    private TestSets() {}

    /** Writes a gray 2 x 2 PNG of one level. */
    static void png(Path root, String name, int level) {
        StagedFile.write(root.resolve(name), ImageFiles.encodePng(DrawnPictures.filled(2, 2, level)))
                .publish();
    }

    /** An image folder with the named PNG files, their levels counting up from 0. */
    static Path folder(Path root, String... names) {
        for (int i = 0; i < names.length; i++) {
            png(root, names[i], i);
        }
        return root;
    }

    /** An IDX file: the magic number, the dimensions, the values. */
    static byte[] idx(int magic, int[] dimensions, int... values) {
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
        bytes.putInt(magic);
        for (int dimension : dimensions) {
            bytes.putInt(dimension);
        }
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    /** {@code counts[label]} samples of each class, classes taking turns, with ids train/0, train/1, … */
    static List<Sample> samples(int... counts) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < java.util.Arrays.stream(counts).max().orElse(0); i++) {
            for (int label = 0; label < counts.length; label++) {
                if (i < counts[label]) {
                    samples.add(sample("train/" + samples.size(), label, DrawnPictures.filled(1, 1, label)));
                }
            }
        }
        return samples;
    }

    static Sample sample(String id, int label, Image image) {
        return new Sample(id, label, () -> image);
    }

    static List<String> ids(List<Sample> samples) {
        return samples.stream().map(Sample::id).toList();
    }

    /** How many samples each of {@code classes} has. */
    static List<Integer> counts(List<Sample> samples, int classes) {
        int[] counts = new int[classes];
        samples.forEach(sample -> counts[sample.label()]++);
        return java.util.Arrays.stream(counts).boxed().toList();
    }

    /** The one line that a {@link DataException} says. */
    static String refusal(Executable action) {
        String message =
                String.valueOf(assertThrows(DataException.class, action).getMessage());
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    static Path write(Path root, String name, byte[] bytes) throws IOException {
        return Files.write(root.resolve(name), bytes);
    }
}
