package io.augstream.dataset;

import static io.augstream.image.DrawnPictures.filled;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFolderWriterTest {
    @ParameterizedTest
    @CsvSource({
        "train/cat/a.png, 0, 0, train/cat/a.png",
        "train/cat/a.png, 0, 2, train/cat/a.copy-2.png",
        "train/cat/deep/a.jpg, 0, 0, train/cat/deep/a.jpg.png",
        "test/17, 1, 0, test/dog_hot/17.png",
        "train/train-00/horse-1, 0, 1, train/cat/train-00/horse-1.copy-1.png",
        "train/train-00/../../x, 0, 0, train/cat/train-00/_../_../x.png",
        "train/a.png, -1, 0, train/a.png"
    })
    void namesFollowFromIdClassAndCopy(String id, int label, int copy, String name, @TempDir Path root) {
        ImageFolderWriter writer = new ImageFolderWriter(root, List.of("cat", "dog/hot"));
        assertEquals(name, writer.name(TestSets.sample(id, label, filled(1, 1, 0)), copy));
    }

    @Test
    void whatIsWrittenReadsBackAsAnImageFolder(@TempDir Path root) throws IOException {
        ImageFolderWriter writer = new ImageFolderWriter(root, List.of("cat", "dog"));
        for (int label = 0; label < 2; label++) {
            assertEquals(
                    "train/" + (label == 0 ? "cat" : "dog") + "/" + label + ".png",
                    writer.write(
                            TestSets.sample("train/" + label, label, filled(1, 1, 0)), 0, filled(2, 3, 50 + label)));
        }
        Dataset back = Datasets.open(root, null);
        assertEquals(List.of("cat", "dog"), back.classes());
        assertArrayEquals(
                filled(2, 3, 51).samples(), back.train().get(1).source().read().samples());
    }

    @Test
    void twoSamplesOfOneNameAreRefused(@TempDir Path root) throws IOException {
        ImageFolderWriter writer = new ImageFolderWriter(root, List.of("cat"));
        byte[] png = ImageFiles.encodePng(filled(1, 1, 1));
        assertEquals("train/cat/_.png", writer.write(TestSets.sample("train/cat/:.png", 0, filled(1, 1, 0)), 0, png));
        assertEquals(
                "train/cat/?.png and train/cat/:.png would both be written as train/cat/_.png",
                TestSets.refusal(() -> writer.write(TestSets.sample("train/cat/?.png", 0, filled(1, 1, 0)), 0, png)));
    }

    @Test
    void aFileAppearsWholeAndLeavesNothingBeside(@TempDir Path root) throws IOException {
        Path file = root.resolve("a/b.bin");
        AtomicFiles.write(file, new byte[] {1, 2, 3});
        AtomicFiles.write(file, new byte[] {4});
        assertArrayEquals(new byte[] {4}, Files.readAllBytes(file));
        try (var files = Files.list(root.resolve("a"))) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aFailedWriteLeavesNoTemporaryFile(@TempDir Path root) throws IOException {
        Path occupied = Files.createDirectories(root.resolve("taken/inside")).getParent();
        assertThrows(IOException.class, () -> AtomicFiles.write(root.resolve("taken"), new byte[] {1}));
        try (var files = Files.list(root)) {
            assertEquals(List.of(occupied), files.toList());
        }
    }
}
