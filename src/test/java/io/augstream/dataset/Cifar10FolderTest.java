package io.augstream.dataset;

import static io.augstream.dataset.TestSets.ids;
import static io.augstream.dataset.TestSets.refusal;
import static io.augstream.dataset.TestSets.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.SharedData;
import io.augstream.image.DrawnPictures;
import io.augstream.image.Image;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10FolderTest {
    /** A CIFAR-10 record: a plane of 1, a plane of 2, a plane of 3. */
    private static byte[] record(int label) {
        byte[] record = new byte[3073];
        record[0] = (byte) label;
        Arrays.fill(record, 1, 1025, (byte) 1);
        Arrays.fill(record, 1025, 2049, (byte) 2);
        Arrays.fill(record, 2049, 3073, (byte) 3);
        return record;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Test
    void colourPlanesAreInterleaved(@TempDir Path root) throws IOException {
        write(root, "data_batch_1.bin", join(record(3), record(9)));
        write(root, "data_batch_2.bin", record(0));
        write(root, "test_batch.bin", record(1));
        Files.writeString(root.resolve("batches.meta.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n");
        Dataset dataset = Datasets.open(root, null);
        assertEquals("j", dataset.classes().get(9));
        assertEquals(List.of("train/0", "train/1", "train/2"), ids(dataset.train()));
        assertEquals(
                List.of(3, 9, 0), dataset.train().stream().map(Sample::label).toList());
        Image image = dataset.test().get(0).source().read();
        assertArrayEquals(DrawnPictures.filled(32, 32, 1, 2, 3).samples(), image.samples());
    }

    @Test
    void aPartOfARecordIsReported(@TempDir Path root) throws IOException {
        Path file = write(root, "data_batch_1.bin", Arrays.copyOf(record(3), 3000));
        assertEquals(
                file + ": truncated: 3000 bytes are not a whole number of records of 3073 bytes",
                refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void aLabelOutOfRangeIsReportedWithItsRecord(@TempDir Path root) throws IOException {
        Path file = write(root, "data_batch_1.bin", join(record(3), record(10)));
        assertEquals(file + ": record 1 has label 10, expected 0 to 9", refusal(() -> Datasets.open(root, null)));
    }

    @Test
    void cifarInTwoFormatsIsAmbiguousAndBothAreTheSameImages() {
        Path root = SharedData.folder("cifar10");
        assertEquals(
                root + ": holds cifar10 and webdataset; data.format must say which is meant",
                refusal(() -> Datasets.open(root, null)));
        Dataset records = Datasets.open(root, Format.CIFAR10);
        assertEquals(1_000, records.train().size());
        assertEquals(1_000, records.test().size());
        Dataset shards = Datasets.open(root, Format.WEBDATASET);
        assertEquals(50_000, shards.train().size());
        assertEquals(10_000, shards.test().size());
        assertEquals(
                List.of(5_000, 5_000, 5_000),
                TestSets.counts(shards.train(), 10).subList(0, 3));
        assertEquals(records.classes(), shards.classes());
        // The shards hold the same pictures as JPEG, shuffled: each true record has a near neighbour of its own class.
        List<Image> pictures = shards.test().stream()
                .filter(sample -> sample.label() == records.test().get(0).label())
                .map(sample -> sample.source().read())
                .toList();
        Image sought = records.test().get(0).source().read();
        double nearest = pictures.stream()
                .mapToDouble(picture -> distance(sought, picture))
                .min()
                .orElseThrow();
        assertTrue(nearest < 12, "mean distance to the nearest picture of the shards: " + nearest);
    }

    /** Mean absolute difference of the samples, in levels. */
    private static double distance(Image a, Image b) {
        int[] left = DrawnPictures.samples(a);
        int[] right = DrawnPictures.samples(b);
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += Math.abs(left[i] - right[i]);
        }
        return sum / left.length;
    }
}
