package io.augstream.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutputNamesTest {
    private static final List<String> CLASSES = List.of("cat", "dog");

    @Test
    void aFolderOfImagesIsMirroredWithTheFullNames() {
        assertEquals("train/cat/deep/a.jpg.3.png", nameOf("train/cat/deep/a.jpg", 0, 3));
    }

    @Test
    void filesThatDifferInTheirEndingDoNotMeet() {
        Sample jpg = sample("train/cat/a.jpg", 0);
        Sample png = sample("train/cat/a.png", 0);
        OutputNames names = names(jpg, png);
        assertEquals("train/cat/a.jpg.0.png", names.of(Split.TRAIN, jpg, 0) + ".png");
        assertEquals("train/cat/a.png.0.png", names.of(Split.TRAIN, png, 0) + ".png");
    }

    @Test
    void packedImagesGoIntoAFolderOfTheirClass() {
        assertEquals("train/dog/17.0.png", nameOf("train/17", 1, 0));
        assertEquals("train/dog/train-000/key7.0.png", nameOf("train/train-000/key7", 1, 0));
    }

    @Test
    void unlabelledImagesHaveNoClassFolder() {
        assertEquals("train/one.png.0.png", nameOf("train/one.png", Sample.UNLABELLED, 0));
    }

    @Test
    void noKeyLeadsOutOfTheFolder() {
        assertEquals("train/cat/shard/%2e./%2e./etc/passwd.0.png", nameOf("train/shard/../../etc/passwd", 0, 0));
        assertEquals("train/cat/shard/%/root.0.png", nameOf("train/shard//root", 0, 0));
        assertEquals("train/cat/c%3a%5cx.0.png", nameOf("train/c:\\x", 0, 0));
        assertEquals("train/cat/a%0ab%25.0.png", nameOf("train/a\nb%", 0, 0));
    }

    @Test
    void twoSamplesForOnePlaceAreRefusedByName() {
        String message = String.valueOf(
                assertThrows(DataException.class, () -> names(sample("train/cat/1", 0), sample("train/1", 0)))
                        .getMessage());
        assertTrue(message.startsWith("train/cat/1 and train/1 "), message);
    }

    private static String nameOf(String id, int label, int copy) {
        Sample sample = sample(id, label);
        return names(sample).of(Split.TRAIN, sample, copy) + ".png";
    }

    private static OutputNames names(Sample... samples) {
        return new OutputNames(new Dataset(CLASSES, List.of(samples), List.of(), List.of()));
    }

    private static Sample sample(String id, int label) {
        return new Sample(id, label, () -> Image.of(ImageSize.square(1), 1, new byte[1]));
    }
}
