package io.augstream.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void everyPictureIsAsItWouldBeDrawnToday() {
        Map<String, Image> drawn = SamplesFolder.pictures();
        drawn.forEach((path, image) -> {
            Image kept = ImageFiles.read(SamplesFolder.PATH.resolve(path));
            assertEquals(image.size(), kept.size(), path);
            assertArrayEquals(image.samples(), kept.samples(), path);
        });
    }

    @Test
    void theFolderHoldsNothingElseAndStaysUnderTwoMegabytes() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(SamplesFolder.PATH)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        TreeSet<String> names = new TreeSet<>();
        files.forEach(
                file -> names.add(SamplesFolder.PATH.relativize(file).toString().replace('\\', '/')));
        assertEquals(new TreeSet<>(SamplesFolder.pictures().keySet()), names);
        assertTrue(files.stream().mapToLong(SamplesTest::size).sum() < 2_000_000);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
