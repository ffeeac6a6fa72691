package io.augstream.dataset;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code quarantine.jsonl}: a sample of which nothing was written.
 *
 * @param source as in {@link WrittenImage}
 * @param reason one line, with paths as in {@code source}
 */
public record QuarantinedImage(String id, String source, String reason) {
    /** With the file's keys, in its order. */
    Map<String, @Nullable Object> line() {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("source", source);
        line.put("reason", reason);
        return line;
    }
}
