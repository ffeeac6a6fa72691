package io.augstream.dataset;

import static io.augstream.dataset.TestSets.folder;
import static io.augstream.dataset.TestSets.ids;
import static io.augstream.dataset.TestSets.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    @Test
    void splitsClassesAndDeeperFoldersAreRead(@TempDir Path root) throws IOException {
        folder(
                root,
                "train/b/1.png",
                "train/a/deep/er/2.png",
                "train/a/1.png",
                "val/a/x.png",
                "val/b/x.png",
                "test/a/x.png",
                "test/b/x.png");
        Dataset dataset = Datasets.open(root, null);
        assertEquals(List.of("a", "b"), dataset.classes());
        assertEquals(List.of("train/a/1.png", "train/a/deep/er/2.png", "train/b/1.png"), ids(dataset.train()));
        assertEquals(
                List.of(0, 0, 1), dataset.train().stream().map(Sample::label).toList());
        assertEquals(List.of("validation/a/x.png", "validation/b/x.png"), ids(dataset.validation()));
        assertEquals(List.of("test/a/x.png", "test/b/x.png"), ids(dataset.test()));
        assertEquals(2, dataset.train().get(0).source().read().sample(0, 0, 0));
    }

    @Test
    void withoutSplitFoldersEverythingIsForTraining(@TempDir Path root) throws IOException {
        Dataset dataset = Datasets.open(folder(root, "cat/1.png", "dog/1.png"), Format.IMAGE_FOLDER);
        assertEquals(List.of("train/cat/1.png", "train/dog/1.png"), ids(dataset.train()));
        assertEquals(List.of(), dataset.test());
    }

    @Test
    void hiddenFilesAndOtherKindsOfFilesAreLeftAlone(@TempDir Path root) throws IOException {
        folder(root, "a/1.PNG", "b/1.png", "a/.hidden.png", ".git/x.png", "a/.cache/x.png");
        Files.writeString(root.resolve("a/notes.txt"), "nothing");
        assertEquals(
                List.of("train/a/1.PNG", "train/b/1.png"),
                ids(Datasets.open(root, null).train()));
    }

    @Test
    void aMissingFolderSaysSo(@TempDir Path root) {
        Path missing = root.resolve("nowhere");
        assertEquals(missing + ": no such folder", refusal(() -> Datasets.open(missing, null)));
        assertEquals(missing + ": no such folder", refusal(() -> Datasets.open(missing, Format.IDX)));
    }

    @Test
    void anEmptyClassIsNamed(@TempDir Path root) throws IOException {
        folder(root, "train/a/1.png", "train/b/1.png");
        Path empty = Files.createDirectories(root.resolve("train/c"));
        assertEquals(empty + ": an empty class: no image in this folder", refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void trainAndTestMustHaveTheSameClasses(@TempDir Path root) throws IOException {
        folder(root, "train/a/1.png", "train/b/1.png", "test/a/1.png");
        assertEquals(
                root.resolve("test/b") + ": no such folder, but other splits have this class; all must have the same",
                refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void oneClassIsNotEnoughToTrainOnButEnoughToRead(@TempDir Path root) throws IOException {
        folder(root, "train/a/1.png", "train/a/2.png");
        assertEquals(
                root + ": only one class, 'a'; training needs at least two", refusal(() -> Datasets.open(root, null)));
        assertEquals(2, Datasets.openToRead(root, null).train().size());
    }

    @Test
    void imagesBesideTheClassFoldersHaveNoClass(@TempDir Path root) throws IOException {
        folder(root, "a/1.png", "b/1.png", "stray.png");
        assertEquals(
                root + ": train/stray.png has no class; training needs one for each image",
                refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void aPlainFolderOfImagesIsReadWithoutLabels(@TempDir Path root) throws IOException {
        Dataset dataset = Datasets.openToRead(folder(root, "2.png", "1.png"), null);
        assertEquals(List.of(), dataset.classes());
        assertEquals(List.of("train/1.png", "train/2.png"), ids(dataset.train()));
        assertEquals(Sample.UNLABELLED, dataset.train().get(0).label());
    }

    @Test
    void aFolderWithoutAnyImageIsRefused(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("train/a"));
        assertEquals(root + ": no images here, read as image_folder", refusal(() -> Datasets.openToRead(root, null)));
    }

    @Test
    void anEmptyFolderIsNoDataSet(@TempDir Path root) {
        assertEquals(
                root + ": no data set here: expected class folders of images, *-images-idx3-ubyte(.gz),"
                        + " data_batch_*.bin or train-*.tar(.gz)",
                refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void aTextFileNamedPngIsReportedWhenItIsRead(@TempDir Path root) throws IOException {
        folder(root, "a/1.png", "b/1.png");
        Path text = Files.writeString(root.resolve("b/2.png"), "no picture");
        Sample sample = Datasets.open(root, null).train().get(2);
        assertEquals(text + ": not an image (no known format begins like this)", refusal(() -> sample.source()
                .read()));
    }

    @Test
    void twoFoldersForOneSplitAreRefused(@TempDir Path root) throws IOException {
        folder(root, "val/a/1.png", "validation/a/1.png");
        assertEquals(
                root + ": 'val' and 'validation' are two folders for one split; keep one",
                refusal(() -> Datasets.open(root, null)));
    }
}
