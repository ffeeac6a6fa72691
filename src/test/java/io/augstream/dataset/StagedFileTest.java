package io.augstream.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFileTest {
    @Test
    void theRealNameAppearsWithPublishingOnly(@TempDir Path root) throws IOException {
        Path file = root.resolve("deep/er.bin");
        StagedFile staged = StagedFile.write(file, new byte[] {1, 2, 3});
        assertFalse(Files.exists(file));
        staged.publish();
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(file));
        assertEquals(List.of(file), list(root.resolve("deep")));
    }

    @Test
    void anOlderFileStaysUntilTheNewOneIsPublished(@TempDir Path root) throws IOException {
        Path file = Files.write(root.resolve("a.bin"), new byte[] {1});
        StagedFile staged = StagedFile.write(file, new byte[] {2});
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
        staged.publish();
        assertArrayEquals(new byte[] {2}, Files.readAllBytes(file));
    }

    @Test
    void aDiscardedFileLeavesNothing(@TempDir Path root) throws IOException {
        StagedFile.write(root.resolve("a.bin"), new byte[] {1}).discard();
        assertEquals(List.of(), list(root));
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed(@TempDir Path root) throws IOException {
        Path inTheWay = Files.write(root.resolve("taken"), new byte[0]);
        UncheckedIOException e = assertThrows(
                UncheckedIOException.class, () -> StagedFile.write(inTheWay.resolve("a.bin"), new byte[] {1}));
        assertTrue(
                String.valueOf(e.getMessage())
                        .contains(inTheWay.resolve("a.bin").toString()),
                e.getMessage());
    }

    @Test
    void whereOneOfManyCannotBePublishedNothingIsLeftOfThoseAfterIt(@TempDir Path root) throws IOException {
        StagedFile first = StagedFile.write(root.resolve("a.bin"), new byte[] {1});
        StagedFile second = StagedFile.write(root.resolve("b.bin"), new byte[] {2});
        StagedFile third = StagedFile.write(root.resolve("c.bin"), new byte[] {3});
        Path inTheWay = Files.createDirectories(root.resolve("b.bin/full")).getParent();
        assertThrows(UncheckedIOException.class, () -> StagedFile.publish(List.of(first, second, third)));
        assertEquals(
                List.of(root.resolve("a.bin"), inTheWay),
                list(root).stream().sorted().toList());
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
