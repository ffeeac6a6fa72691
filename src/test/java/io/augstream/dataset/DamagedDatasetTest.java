package io.augstream.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.DrawnPictures;
import io.augstream.image.ImageFiles;
import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedDatasetTest {
    private static final int TRIALS = 300;

    @ParameterizedTest
    @ValueSource(strings = {"train-images-idx3-ubyte", "train-images-idx3-ubyte.gz", "train-0.tar", "train-0.tar.gz"})
    void damagedFilesAreReadOrRefusedOnOneLineThatNamesThem(String name, @TempDir Path root) throws IOException {
        byte[] labels = TestSets.idx(0x801, new int[] {4}, 0, 1, 2, 1);
        byte[] plain =
                name.contains("tar") ? shard() : TestSets.idx(0x803, new int[] {4, 1, 2}, 1, 2, 3, 4, 5, 6, 7, 8);
        byte[] sound = name.endsWith(".gz") ? TestSets.gzip(plain) : plain;
        Files.write(root.resolve("train-labels-idx1-ubyte"), labels);
        Format format = name.contains("tar") ? Format.WEBDATASET : Format.IDX;
        int refused = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            CounterRandom random = RandomKey.of(trial).with(name).random();
            byte[] bytes = Arrays.copyOf(sound, random.nextInt(3) == 0 ? random.nextInt(sound.length) : sound.length);
            for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(root.resolve(name), bytes);
            try {
                for (Sample sample : Datasets.openToRead(root, format).train()) {
                    assertTrue(sample.source().read().width() > 0);
                }
            } catch (DataException e) {
                refused++;
                String message = String.valueOf(e.getMessage());
                assertEquals(1, message.lines().count(), message);
                assertTrue(message.startsWith(root.toString()), message);
            }
        }
        assertTrue(refused > TRIALS / 10, "damage was done: " + refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t10k-images-idx3-ubyte", "validation-0.tar", "test_batch.bin"})
    void aSplitWithoutImagesIsRefused(String name, @TempDir Path root) throws IOException {
        byte[] none = new byte[0];
        if (name.contains("idx3")) {
            Files.write(root.resolve("train-images-idx3-ubyte"), TestSets.idx(0x803, new int[] {2, 1, 1}, 7, 8));
            Files.write(root.resolve("train-labels-idx1-ubyte"), TestSets.idx(0x801, new int[] {2}, 0, 1));
            Files.write(root.resolve("t10k-labels-idx1-ubyte"), TestSets.idx(0x801, new int[] {0}));
            none = TestSets.idx(0x803, new int[] {0, 1, 1});
        } else if (name.contains("tar")) {
            Files.write(root.resolve("train-0.tar"), shard());
            none = Arrays.copyOf(none, 1024);
        } else {
            byte[] records = new byte[2 * 3073];
            records[3073] = 1;
            Files.write(root.resolve("data_batch_1.bin"), records);
        }
        assertFalse(Datasets.open(root, null).train().isEmpty());
        Files.write(root.resolve(name), none);
        String split = name.startsWith("v") ? "validation" : "test";
        assertEquals(
                root.resolve(name) + ": the " + split
                        + " split is here, but without an image; give it some, or take it away",
                TestSets.refusal(() -> Datasets.open(root, null)));
    }

    private static byte[] shard() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (int i = 0; i < 3; i++) {
                put(tar, i + ".png", ImageFiles.encodePng(DrawnPictures.filled(2, 2, i)));
                put(tar, i + ".cls", Integer.toString(i).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return out.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
