package io.augstream.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses one YAML document into {@link Node}s that remember their lines. */
final class YamlReader {
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d[\\d_]*");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?\\.(nan|inf)");

    private final String source;
    private final boolean lines;
    private final YAMLParser parser;

    private YamlReader(String source, boolean lines, YAMLParser parser) {
        this.source = source;
        this.lines = lines;
        this.parser = parser;
    }

    /**
     * @param source what errors call the text
     * @param lines whether the text has lines worth telling
     */
    static Node read(String yaml, String source, boolean lines) {
        try (YAMLParser parser = YAML.createParser(yaml)) {
            YamlReader reader = new YamlReader(source, lines, parser);
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new Node.Mapping(new LinkedHashMap<>(), new Place(source, lines ? 1 : 0));
            }
            Node node = reader.node(first);
            if (parser.nextToken() != null) {
                throw new SettingsException(reader.place() + ": one document is allowed, found a second");
            }
            return node;
        } catch (JsonProcessingException e) {
            YamlComplaint complaint = YamlComplaint.of(e);
            Place place = new Place(source, lines ? complaint.line() : 0);
            throw new SettingsException(place + ": not valid YAML: " + complaint.text(), e);
        } catch (IOException e) {
            throw new SettingsException(source + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Place place() {
        return new Place(source, lines ? parser.currentTokenLocation().getLineNr() : 0);
    }

    private Node node(JsonToken token) throws IOException {
        Place place = place();
        if (parser.isCurrentAlias()) {
            throw new SettingsException(
                    place + ": aliases (*" + parser.getText() + ") are not supported; write the value out");
        }
        return switch (token) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            default -> new Node.Scalar(scalar(token), parser.getText(), place);
        };
    }

    private Node.Mapping mapping(Place place) throws IOException {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String key = parser.currentName();
            Place keyPlace = place();
            Node.Entry entry = new Node.Entry(keyPlace, node(parser.nextToken()));
            Node.Entry earlier = entries.putIfAbsent(key, entry);
            if (earlier != null) {
                throw new SettingsException(keyPlace + ": '" + key + "' is given twice, first on line "
                        + earlier.keyPlace().line());
            }
        }
        return new Node.Mapping(entries, place);
    }

    private Node.Sequence sequence(Place place) throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new Node.Sequence(items, place);
    }

    private @Nullable Object scalar(JsonToken token) throws IOException {
        return switch (token) {
            // As text, so that the error names the key: Jackson calls these malformed.
            case VALUE_NUMBER_FLOAT ->
                NOT_FINITE.matcher(parser.getText()).matches() ? parser.getText() : parser.getNumberValue();
            case VALUE_NUMBER_INT -> whole(parser.getText());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    /** Decimal also with a zero in front, which YAML 1.1 takes for octal and people do not. */
    private Number whole(String text) throws IOException {
        return DECIMAL.matcher(text).matches() ? new BigInteger(text.replace("_", "")) : parser.getNumberValue();
    }
}
