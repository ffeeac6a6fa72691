package io.augstream.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code manifest.jsonl}: one image that was written.
 *
 * @param id the sample's id
 * @param source the file that it was read from, relative to the data where it lies in it; the id for packed files
 * @param label the class's name, null where the sample has none
 * @param copy from 0; also the epoch of the draws
 * @param draws what was done, stage by stage, as plain maps
 * @param output the path below the output folder, with slashes
 * @param outputSha256 of the file's bytes, in hexadecimal
 */
public record WrittenImage(
        String id,
        String source,
        @Nullable String label,
        int copy,
        List<Map<String, Object>> draws,
        String output,
        String outputSha256) {
    /** With the manifest's keys, in its order. */
    Map<String, @Nullable Object> line() {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("source", source);
        line.put("label", label);
        line.put("copy", copy);
        line.put("draws", draws);
        line.put("output", output);
        line.put("output_sha256", outputSha256);
        return line;
    }
}
