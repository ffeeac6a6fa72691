package io.augstream.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reference file that is not met, or not whole, is told by its name and hides no other. */
class ReferenceFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 100, -1})
    void aFileCutOffFailsAloneAndByName(int length) throws IOException {
        Path whole = ReferenceFile.in("nn").get(0).getPayload();
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(folder.resolve("whole.safetensors"), bytes);
        Path cut = Files.write(
                folder.resolve("cut.safetensors"), Arrays.copyOf(bytes, length < 0 ? bytes.length + length : length));

        List<Named<Path>> files = ReferenceFile.in(folder);

        assertEquals(
                List.of("cut.safetensors", "whole.safetensors"),
                files.stream().map(Named::getName).toList());
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> ReferenceFile.read(cut));
        assertEquals("cut.safetensors is cut off or damaged", failure.getMessage());
        assertEquals(
                ReferenceFile.read(whole).metadata(),
                ReferenceFile.read(files.get(1).getPayload()).metadata());
    }

    @Test
    void aFailedCheckNamesItsFileAndKeepsItsReason() {
        ReferenceFile file = new ReferenceFile("rotate_7.safetensors", Map.of(), Map.of());
        Throwable failure = assertThrows(
                AssertionError.class, () -> file.check(reference -> assertEquals("255", reference.setting("level"))));
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains("rotate_7.safetensors"), message);
        assertTrue(message.contains("names no 'level'"), message);
        failure = assertThrows(AssertionError.class, () -> file.check(reference -> assertEquals(1, 2, "pixel (0, 0)")));
        message = String.valueOf(failure.getMessage());
        assertTrue(message.contains("rotate_7.safetensors") && message.contains("pixel (0, 0)"), message);
    }
}
