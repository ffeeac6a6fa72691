package io.augstream.dataset;

import static io.augstream.dataset.TestSets.gzip;
import static io.augstream.dataset.TestSets.ids;
import static io.augstream.dataset.TestSets.idx;
import static io.augstream.dataset.TestSets.refusal;
import static io.augstream.dataset.TestSets.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.SharedData;
import io.augstream.image.DrawnPictures;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFolderTest {
    private static final byte[] TWO_IMAGES = idx(0x803, new int[] {2, 1, 3}, 1, 2, 3, 4, 5, 255);
    private static final byte[] THREE_IMAGES = idx(0x803, new int[] {3, 1, 1}, 1, 2, 3);
    private static final byte[] TWO_LABELS = idx(0x801, new int[] {2}, 0, 1);

    @Test
    void imagesAndLabelsAreRead(@TempDir Path root) throws IOException {
        write(root, "train-images-idx3-ubyte", TWO_IMAGES);
        write(root, "train-labels-idx1-ubyte", TWO_LABELS);
        write(root, "t10k-images-idx3-ubyte.gz", gzip(TWO_IMAGES));
        write(root, "t10k-labels-idx1-ubyte.gz", gzip(TWO_LABELS));
        Dataset dataset = Datasets.open(root, null);
        assertEquals(List.of("0", "1"), dataset.classes());
        assertEquals(List.of("train/0", "train/1"), ids(dataset.train()));
        assertEquals(List.of("test/0", "test/1"), ids(dataset.test()));
        Sample second = dataset.test().get(1);
        Image image = second.source().read();
        assertEquals(1, second.label());
        assertEquals(new ImageSize(3, 1), image.size());
        assertArrayEquals(new int[] {4, 5, 255}, DrawnPictures.samples(image));
    }

    @Test
    void theDottedNamesOfSomeCopiesAreKnown(@TempDir Path root) throws IOException {
        write(root, "train-images.idx3-ubyte", TWO_IMAGES);
        write(root, "train-labels.idx1-ubyte", TWO_LABELS);
        assertEquals(2, Datasets.open(root, null).train().size());
    }

    @Test
    void thePlainFileIsTakenWhereItsGzStandsBesideIt(@TempDir Path root) throws IOException {
        write(root, "train-images-idx3-ubyte", TWO_IMAGES);
        write(root, "train-images-idx3-ubyte.gz", new byte[] {1, 2, 3});
        write(root, "train-labels-idx1-ubyte", TWO_LABELS);
        assertEquals(2, Datasets.open(root, null).train().size());
    }

    @Test
    void aTruncatedFileSaysHowMuchIsThere(@TempDir Path root) throws IOException {
        Path file = write(root, "train-images-idx3-ubyte", Arrays.copyOf(TWO_IMAGES, 20));
        write(root, "train-labels-idx1-ubyte", TWO_LABELS);
        assertEquals(
                file + ": truncated: 4 bytes of data, but its header says 2 x 1 x 3",
                refusal(() -> Datasets.open(root, null)));
        write(root, "train-images-idx3-ubyte", Arrays.copyOf(TWO_IMAGES, 10));
        assertEquals(
                file + ": truncated: 10 bytes are less than the header of an IDX file of gray images",
                refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void aTruncatedGzipIsReported(@TempDir Path root) throws IOException {
        byte[] whole = gzip(TWO_IMAGES);
        Path file = write(root, "train-images-idx3-ubyte.gz", Arrays.copyOf(whole, whole.length - 12));
        assertEquals(
                file + ": truncated: the file ends in the middle of its data",
                refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void aHeaderThatPromisesTheWholeMemoryIsRefused(@TempDir Path root) throws IOException {
        int most = Integer.MAX_VALUE;
        Path file = write(root, "train-images-idx3-ubyte", idx(0x803, new int[] {most, most, most}, 1, 2));
        assertEquals(
                file + ": truncated: 2 bytes of data, but its header says 2147483647 x 2147483647 x 2147483647",
                refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void aWrongMagicNumberIsShownBesideTheExpectedOne(@TempDir Path root) throws IOException {
        Path file = write(root, "train-images-idx3-ubyte", idx(0x801, new int[] {12}, new int[12]));
        assertEquals(
                file + ": not an IDX file of gray images: its magic number is 0x00000801, expected 0x00000803",
                refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void asManyLabelsAsImagesAreExpected(@TempDir Path root) throws IOException {
        write(root, "train-images-idx3-ubyte", TWO_IMAGES);
        Path labels = write(root, "train-labels-idx1-ubyte", idx(0x801, new int[] {3}, 0, 1, 2));
        assertEquals(
                labels + ": 3 labels for the 2 images of train-images-idx3-ubyte",
                refusal(() -> Datasets.open(root, null)));
    }

    /** Symptom: one label of 200 made 201 classes, and a training that scores 0 on most of them. */
    @Test
    void aLabelBeyondAGapIsNoClass(@TempDir Path root) throws IOException {
        write(root, "train-images-idx3-ubyte", THREE_IMAGES);
        Path labels = write(root, "train-labels-idx1-ubyte", idx(0x801, new int[] {3}, 1, 0, 200));
        assertEquals(
                labels + ": image 2 has label 200, and labels 2 to 199 are on no image; classes count up from 0 or 1"
                        + " without a gap",
                refusal(() -> Datasets.open(root, null)));
        write(root, "train-labels-idx1-ubyte", idx(0x801, new int[] {3}, 2, 0, 0));
        assertEquals(
                labels
                        + ": image 0 has label 2, and label 1 is on no image; classes count up from 0 or 1 without a gap",
                refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void labelsMayCountFromOneAsThoseOfEmnistsLettersDo(@TempDir Path root) throws IOException {
        write(root, "train-images-idx3-ubyte", THREE_IMAGES);
        write(root, "train-labels-idx1-ubyte", idx(0x801, new int[] {3}, 2, 1, 3));
        assertEquals(List.of("0", "1", "2", "3"), Datasets.open(root, null).classes());
    }

    @Test
    void aTestSplitMayLackClassesAndNotAddAny(@TempDir Path root) throws IOException {
        write(root, "train-images-idx3-ubyte", THREE_IMAGES);
        write(root, "train-labels-idx1-ubyte", idx(0x801, new int[] {3}, 2, 1, 0));
        write(root, "t10k-images-idx3-ubyte", TWO_IMAGES);
        Path labels = write(root, "t10k-labels-idx1-ubyte", idx(0x801, new int[] {2}, 0, 2));
        assertEquals(List.of("0", "1", "2"), Datasets.open(root, null).classes());
        write(root, "t10k-labels-idx1-ubyte", idx(0x801, new int[] {2}, 0, 3));
        assertEquals(
                labels + ": image 1 has label 3, but the training images' labels end at 2",
                refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void aMissingLabelFileIsNamed(@TempDir Path root) throws IOException {
        write(root, "train-images-idx3-ubyte.gz", gzip(TWO_IMAGES));
        assertEquals(
                root.resolve("train-labels-idx1-ubyte")
                        + ": no such file, with or without .gz, to label train-images-idx3-ubyte.gz",
                refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void twoSetsOfTrainingImagesAreRefused(@TempDir Path root) throws IOException {
        write(root, "a-train-images-idx3-ubyte", TWO_IMAGES);
        write(root, "b-train-images-idx3-ubyte", TWO_IMAGES);
        assertEquals(
                root + ": 'a-train-images-idx3-ubyte' and 'b-train-images-idx3-ubyte' are two sets of train images;"
                        + " keep one",
                refusal(() -> Datasets.open(root, Format.IDX)));
    }

    @Test
    void mnistIsWhole() {
        Dataset mnist = Datasets.open(SharedData.folder("mnist"), null);
        assertEquals(60_000, mnist.train().size());
        assertEquals(10_000, mnist.test().size());
        assertEquals(
                List.of(5, 0, 4, 1, 9),
                mnist.train().subList(0, 5).stream().map(Sample::label).toList());
        assertEquals(
                List.of(7, 2, 1, 0, 4),
                mnist.test().subList(0, 5).stream().map(Sample::label).toList());
        assertEquals(
                List.of(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949),
                TestSets.counts(mnist.train(), 10));
        assertEquals(ImageSize.square(28), mnist.train().get(0).source().read().size());
    }

    @Test
    void furtherWordsInFileNamesAndFilesOfNoSplitAreAllowed() {
        Path folder = SharedData.folder("fashion-mnist");
        assertEquals(6, DataFiles.names(folder).size());
        Dataset fashion = Datasets.open(folder, null);
        assertEquals(2_000, fashion.train().size());
        assertEquals(1_000, fashion.test().size());
        assertEquals(
                List.of(9, 0, 0, 3, 0),
                fashion.train().subList(0, 5).stream().map(Sample::label).toList());
    }
}
