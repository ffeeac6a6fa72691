package io.augstream.dataset;

import static io.augstream.dataset.TestSets.gzip;
import static io.augstream.dataset.TestSets.ids;
import static io.augstream.dataset.TestSets.refusal;
import static io.augstream.dataset.TestSets.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.DrawnPictures;
import io.augstream.image.ImageFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebDatasetFolderTest {
    private static byte[] tar(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                byte[] bytes = namesAndBytes[i + 1] instanceof byte[] given
                        ? given
                        : namesAndBytes[i + 1].toString().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry((String) namesAndBytes[i], true);
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] png(int level) {
        return ImageFiles.encodePng(DrawnPictures.filled(2, 2, level));
    }

    @Test
    void shardsArePairsOfImageAndClass(@TempDir Path root) throws IOException {
        write(
                root,
                "train-0.tar",
                tar("b.png", png(7), "b.cls", "1\n", "b.json", "{}", "./sub/a.png", png(8), "sub/a.cls", 0));
        write(root, "test-0.tar.gz", gzip(tar("../../b.cls", 1, "../../b.png", png(9))));
        Files.writeString(root.resolve("classes.txt"), "cat\ndog\n");
        Dataset dataset = Datasets.open(root, null);
        assertEquals(List.of("cat", "dog"), dataset.classes());
        assertEquals(List.of("train/train-0/b", "train/train-0/sub/a"), ids(dataset.train()));
        assertEquals(List.of(1, 0), dataset.train().stream().map(Sample::label).toList());
        assertEquals(8, dataset.train().get(1).source().read().sample(0, 0, 0));
        assertEquals(List.of("test/test-0/../../b"), ids(dataset.test()));
        try (var files = Files.list(root)) {
            assertEquals(3, files.count(), "nothing was extracted");
        }
    }

    @Test
    void anImageWithoutAClassIsReadButNotTrainedOn(@TempDir Path root) throws IOException {
        write(root, "train-0.tar", tar("a.png", png(7), "b.png", png(8), "b.cls", 0));
        assertEquals(2, Datasets.openToRead(root, null).train().size());
        assertEquals(
                root + ": train/train-0/a has no class; training needs one for each image",
                refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void aClassThatIsNoNumberIsReported(@TempDir Path root) throws IOException {
        Path file = write(root, "train-0.tar", tar("a.png", png(7), "a.cls", "cat"));
        assertEquals(
                file + ": a.cls must hold a class number from 0, got 'cat'", refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void moreClassesThanNamesAreReported(@TempDir Path root) throws IOException {
        write(root, "train-0.tar", tar("a.png", png(7), "a.cls", 2));
        Path names = Files.writeString(root.resolve("classes.txt"), "cat\ndog\n");
        assertEquals(
                names + ": names 2 classes, but the data has a label 2 (counted from 0)",
                refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void aTruncatedShardIsReported(@TempDir Path root) throws IOException {
        Path file = write(root, "train-0.tar", Arrays.copyOf(tar("a.cls", 1, "a.png", png(7)), 1600));
        String message = refusal(() -> Datasets.open(root, null));
        assertTrue(message.startsWith(file + ": "), message);
        assertTrue(message.toLowerCase(java.util.Locale.ROOT).contains("truncated"), message);
    }

    @Test
    void aBrokenImageInAShardIsReportedWhenItIsRead(@TempDir Path root) throws IOException {
        Path file = write(root, "train-0.tar", tar("a.png", "text", "a.cls", 0, "b.png", png(1), "b.cls", 1));
        Sample sample = Datasets.open(root, null).train().get(0);
        assertEquals(file + "!a: not an image (no known format begins like this)", refusal(() -> sample.source()
                .read()));
    }
}
