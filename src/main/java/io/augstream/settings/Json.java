package io.augstream.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON. The same values give the same text on every Java version. */
public final class Json {
    /** Java 17 and 19 write some doubles differently; Jackson's own writer, the shortest digits, does not change. */
    private static final ObjectMapper WRITER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build());

    private Json() {}

    /**
     * {@code value} on one line, keys in the order of their map.
     *
     * @param value a text, number, flag, null, {@link List} or {@link Map} of such
     * @throws IllegalArgumentException if it is something else
     */
    public static String line(@Nullable Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + value, e);
        }
    }
}
