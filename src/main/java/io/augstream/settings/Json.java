package io.augstream.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON: texts, numbers, flags, nulls, and {@link List}s and {@link Map}s of such, keys in the order of their map.
 * The same values give the same text on every Java version.
 */
public final class Json {
    /** Java 17 and 19 write some doubles differently; Jackson's own writer, the shortest digits, does not change. */
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build());

    private static final ObjectWriter LINE = MAPPER.writer();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter DOCUMENT = MAPPER.writer(
            new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private Json() {}

    /**
     * {@code value} on one line.
     *
     * @throws IllegalArgumentException if it, or anything in it, cannot be written, as infinite numbers and NaN cannot
     */
    public static String line(@Nullable Object value) {
        return written(LINE, value);
    }

    /** {@code value} as a file for people too: indented by two spaces, ending with a line break. Refuses as {@link #line}. */
    public static String document(@Nullable Object value) {
        return written(DOCUMENT, value) + "\n";
    }

    private static String written(ObjectWriter writer, @Nullable Object value) {
        requireFinite(value);
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + value, e);
        }
    }

    /** Jackson would write the text "NaN". */
    private static void requireFinite(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(Json::requireFinite);
        } else if (value instanceof List<?> list) {
            list.forEach(Json::requireFinite);
        } else if ((value instanceof Double || value instanceof Float)
                && !Double.isFinite(((Number) value).doubleValue())) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
    }
}
