package io.augstream.cli;

import io.augstream.image.IoReason;
import io.augstream.pipeline.Draw;
import io.augstream.pipeline.Draws;
import io.augstream.settings.Json;
import io.augstream.settings.SettingsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A file of what was drawn, a line of JSON for each image: what {@code apply --record} writes, or the manifest of
 * {@code preprocess}. Of a line, {@code id}, {@code draws} and {@code copy} (0 where it has none) are looked at.
 */
final class RecordedDraws {
    private record Key(String id, int copy) {}

    private final Path file;
    private final Map<Key, List<Draw>> draws = new LinkedHashMap<>();

    private RecordedDraws(Path file) {
        this.file = file;
    }

    static String line(String id, List<Draw> draws) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("draws", draws.stream().map(Draw::describe).toList());
        return Json.line(line);
    }

    /** @throws SettingsException if the file cannot be read or a line is wrong; tells which */
    static RecordedDraws read(Path file) {
        RecordedDraws recorded = new RecordedDraws(file);
        int number = 0;
        for (String line : lines(file)) {
            number++;
            try {
                recorded.add(Json.parse(line));
            } catch (IllegalArgumentException | SettingsException e) {
                throw new SettingsException(file + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        return recorded;
    }

    private void add(@Nullable Object line) {
        if (!(line instanceof Map<?, ?> map) || !(map.get("id") instanceof String id)) {
            throw new IllegalArgumentException("must be a mapping with an 'id' and its 'draws'");
        }
        Object copy = map.get("copy") == null ? 0 : map.get("copy");
        if (!(copy instanceof Integer number)) {
            throw new IllegalArgumentException("copy must be a whole number");
        }
        if (draws.put(new Key(id, number), Draws.of(map.get("draws"))) != null) {
            throw new IllegalArgumentException("'" + id + "' has a line already");
        }
    }

    /**
     * What was drawn for the image {@code id}.
     *
     * @throws SettingsException if the file does not say
     */
    List<Draw> of(String id, int copy) {
        List<Draw> found = draws.get(new Key(id, copy));
        if (found == null) {
            throw new SettingsException(file + ": has no draws for '" + id + "'" + (copy > 0 ? ", copy " + copy : ""));
        }
        return found;
    }

    /**
     * What the only line says; nothing where there are more or none.
     *
     * @param copy which the line must be of, where somebody asks for one
     * @throws SettingsException if it is of another
     */
    Optional<List<Draw>> single(OptionalInt copy) {
        if (draws.size() != 1) {
            return Optional.empty();
        }
        Key only = draws.keySet().iterator().next();
        if (copy.isPresent() && copy.getAsInt() != only.copy()) {
            throw new SettingsException(file + ": has no draws of copy " + copy.getAsInt() + "; its only line is '"
                    + only.id() + "', copy " + only.copy());
        }
        return draws.values().stream().findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new SettingsException(file + ": no such file", e);
        } catch (CharacterCodingException e) {
            throw new SettingsException(file + ": not UTF-8 text", e);
        } catch (IOException e) {
            throw new SettingsException(file + ": cannot be read: " + IoReason.of(e, file), e);
        }
    }
}
