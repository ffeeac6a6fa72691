package io.augstream.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.dataset.BatchSource.Epoch;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CleanBatchesTest {
    /** Two RGB pixels each, as 0..255. */
    private static final List<Sample> SAMPLES = List.of(
            sample("test/0", 2, 0, 51, 102, 153, 204, 255),
            sample("test/1", 0, 255, 255, 255, 0, 0, 0),
            sample("test/2", 1, 0, 0, 0, 0, 0, 0));

    @Test
    void imagesComeInTheirOwnOrderNormalisedChannelByChannel() {
        Normalisation normalisation = new Normalisation(List.of(0.0, 0.2, 0.4), List.of(1.0, 0.5, 0.25));
        List<Batch> batches = all(new CleanBatches(SAMPLES, normalisation, 2), 0);

        assertArrayEquals(new int[] {2, 0, 1}, batches.get(0).labels());
        assertArrayEquals(
                new float[] {0, 0, 0, 0.6f, 1.2f, 2.4f, 1, 1.6f, 2.4f, 0, -0.4f, -1.6f, 0, -0.4f, -1.6f, 0, -0.4f, -1.6f
                },
                batches.get(0).pixels(),
                1e-6f);
        assertEquals(1, batches.size(), "a single image left over joins the batch before");
    }

    @Test
    void everyEpochIsTheSameInArraysOfItsOwn() {
        CleanBatches source = new CleanBatches(SAMPLES, Normalisation.scaleOnly(3), 3);
        Batch first = all(source, 0).get(0);
        Batch later = all(source, 9).get(0);
        assertArrayEquals(first.pixels(), later.pixels());
        assertNotSame(first.pixels(), later.pixels());
    }

    @Test
    void imagesOfDifferentSizeAreRefusedWithTheirNames() {
        Sample other = new Sample("test/x", 0, () -> Image.of(ImageSize.square(3), 1, new byte[9]));
        CleanBatches source = new CleanBatches(List.of(SAMPLES.get(0), other), Normalisation.scaleOnly(3), 2);
        assertEquals(
                "test/x is 3x3 with 1 channel but test/0 in the same batch is 2x1 with 3 channels;"
                        + " a batch needs images of one size: set data.prepare.resize, crop or channels",
                assertThrows(DataException.class, () -> all(source, 0)).getMessage());
    }

    @Test
    void imagesOfOtherChannelsThanTheNormalisationAreRefused() {
        CleanBatches source = new CleanBatches(SAMPLES, Normalisation.scaleOnly(1), 2);
        assertEquals(
                "test/0 is 2x1 with 3 channels but the normalisation is for 1; set data.prepare.channels",
                assertThrows(DataException.class, () -> all(source, 0)).getMessage());
    }

    private static List<Batch> all(CleanBatches source, int number) {
        List<Batch> batches = new ArrayList<>();
        try (Epoch epoch = source.epoch(number)) {
            for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
                batches.add(batch);
            }
        }
        return batches;
    }

    private static Sample sample(String id, int label, int... values) {
        byte[] samples = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            samples[i] = (byte) values[i];
        }
        return new Sample(id, label, () -> Image.of(new ImageSize(2, 1), 3, samples));
    }
}
