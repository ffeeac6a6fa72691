package io.augstream.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads JSON: texts, numbers, flags, nulls, and {@link List}s and {@link Map}s of such, keys in the order of their map.
 * The same values give the same text on every Java version.
 */
public final class Json {
    /** Java 17 and 19 write some doubles differently; Jackson's own writer, the shortest digits, does not change. */
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build());

    /** A few bytes of text can ask for a hundred times their size in lists; a million values stay within 100 MB. */
    private static final long MOST_TOKENS = 1_000_000;

    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

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

    /**
     * What {@code text} says: a {@link Map} in the order of its keys, a {@link List}, String, Boolean, Integer, Long,
     * BigInteger or Double, or null. For files that may be hostile: no key twice, at most 1,000 levels, a million tokens.
     *
     * @throws IllegalArgumentException if it is not one JSON value; the message is one line and tells the column
     */
    public static @Nullable Object parse(String text) {
        try {
            Object value = STRICT.readValue(text, Object.class);
            if (nonFinite(value).isPresent()) {
                // Jackson takes a number that is too large for infinite.
                throw new IllegalArgumentException("not valid JSON: a number is too large, at most 1.8e308 is allowed");
            }
            return value;
        } catch (JsonProcessingException e) {
            // An empty text has no place.
            String where = e.getLocation() == null || e.getLocation().getCharOffset() < 0
                    ? ""
                    : ", at character " + e.getLocation().getCharOffset();
            throw new IllegalArgumentException("not valid JSON: " + complaint(e) + where, e);
        }
    }

    /** In words of our own: the parser's name its classes and settings. */
    private static String complaint(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "nested too deep, or more or longer values than any file of ours";
        }
        if (e instanceof JsonEOFException) {
            return "it ends in the middle of a value";
        }
        Matcher twice = TWICE.matcher(String.valueOf(e.getOriginalMessage()));
        return twice.lookingAt() ? "'" + twice.group(1) + "' is given twice" : "something else than one JSON value";
    }

    private static String written(ObjectWriter writer, @Nullable Object value) {
        nonFinite(value).ifPresent(number -> {
            // Jackson would write the text "NaN".
            throw new IllegalArgumentException("JSON has no " + number);
        });
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + value, e);
        }
    }

    /** The first number in {@code value} that is infinite or none. */
    private static Optional<Number> nonFinite(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return nonFinite(map.values());
        }
        if (value instanceof Collection<?> all) {
            return all.stream().flatMap(each -> nonFinite(each).stream()).findFirst();
        }
        if ((value instanceof Double || value instanceof Float) && !Double.isFinite(((Number) value).doubleValue())) {
            return Optional.of((Number) value);
        }
        return Optional.empty();
    }
}
