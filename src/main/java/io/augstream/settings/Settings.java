package io.augstream.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pipeline file as a tree. Unchanging: an override gives new settings. */
public final class Settings {
    private static final Pattern INDEX = Pattern.compile("\\d{1,6}");

    private final Path folder;
    private final Node.Mapping root;

    private Settings(Path folder, Node.Mapping root) {
        this.folder = folder;
        this.root = root;
    }

    /** @throws SettingsException if the file is missing, unreadable, or not a YAML mapping */
    public static Settings read(Path file) {
        try {
            Path folder = file.toAbsolutePath().normalize().getParent();
            return parse(Files.readString(file), file.toString(), folder == null ? Path.of("/") : folder);
        } catch (NoSuchFileException e) {
            throw new SettingsException(file + ": no such file", e);
        } catch (CharacterCodingException e) {
            throw new SettingsException(file + ": not UTF-8 text", e);
        } catch (IOException e) {
            throw new SettingsException(file + ": cannot be read: " + e, e);
        }
    }

    /**
     * @param source what errors call the text
     * @param folder what relative paths in it are relative to
     */
    public static Settings parse(String yaml, String source, Path folder) {
        Node node = YamlReader.read(yaml, source, true);
        if (node instanceof Node.Mapping mapping) {
            return new Settings(folder, mapping);
        }
        throw new SettingsException(
                node.place() + ": the file must be a mapping of keys to values, got " + node.described());
    }

    /** What relative paths in the file are relative to. */
    public Path folder() {
        return folder;
    }

    public Section root() {
        return new Section("", root, new Asked());
    }

    /**
     * The same settings with one value replaced or added.
     *
     * @param key names joined by dots; an item of a list by its index from 0, or, where the items are stages or layers, by
     *     its name: {@code stages.rotate.p}
     * @param yaml the value, as it would stand in the file; {@code null} for none
     * @throws SettingsException if the key leads nowhere or the value is empty or broken: an empty one is a slip, such as a
     *     shell's variable that is not set, more often than a wish to drop a section
     */
    public Settings with(String key, String yaml) {
        String source = "--set " + key + "=" + yaml;
        if (yaml.isBlank() || yaml.strip().startsWith("#")) {
            throw new SettingsException(source + ": the value is missing; write null for none");
        }
        return with(key, YamlReader.read(yaml, source, false), new Place(source, 0));
    }

    /**
     * The same settings with one value replaced or added, as {@link #with(String, String)}; errors tell where {@code value}
     * stands.
     */
    public Settings with(String key, Value value) {
        return with(key, value.node(), value.node().place());
    }

    /** The same settings without a key at the top of the file, and what is below it; it need not be there. */
    public Settings without(String key) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>(root.entries());
        entries.remove(key);
        return new Settings(folder, new Node.Mapping(entries, root.place()));
    }

    private Settings with(String key, Node value, Place place) {
        return new Settings(folder, (Node.Mapping) replaced(root, List.of(key.split("\\.", -1)), value, place));
    }

    /** Every scalar as text, by its path: {@code stages[0].rotate.degrees[1]}. Empty lists and mappings have none. */
    public Map<String, String> flat() {
        Map<String, String> flat = new LinkedHashMap<>();
        flatten("", root, flat);
        return flat;
    }

    private static void flatten(String path, Node node, Map<String, String> flat) {
        if (node instanceof Node.Mapping mapping) {
            mapping.entries()
                    .forEach((key, entry) -> flatten(path.isEmpty() ? key : path + "." + key, entry.value(), flat));
        } else if (node instanceof Node.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                flatten(path + "[" + i + "]", sequence.items().get(i), flat);
            }
        } else if (node instanceof Node.Scalar scalar) {
            flat.put(path, scalar.text());
        }
    }

    /** The tree as YAML, without the comments of the file. */
    public String toYaml() {
        return yaml(root.plain());
    }

    /** A tree of maps, lists, texts, numbers, flags and nulls as YAML; {@link #parse} of it gives the same values. */
    public static String yaml(@Nullable Object plain) {
        YAMLFactory factory = YAMLFactory.builder()
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build();
        try {
            return new YAMLMapper(factory).writeValueAsString(plain);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of maps, lists and scalars was refused as YAML", e);
        }
    }

    private static Node replaced(Node node, List<String> path, Node value, Place source) {
        if (path.isEmpty()) {
            return value;
        }
        String name = path.get(0);
        if (name.isBlank()) {
            throw new SettingsException(source + ": a key is names joined by single dots");
        }
        List<String> rest = path.subList(1, path.size());
        if (node instanceof Node.Sequence sequence) {
            int index = indexOf(sequence, name, source);
            List<Node> items = new ArrayList<>(sequence.items());
            items.set(index, replacedItem(items.get(index), name, rest, value, source));
            return new Node.Sequence(items, sequence.place());
        }
        if (node instanceof Node.Scalar scalar && scalar.value() != null) {
            throw new SettingsException(source + ": there is nothing below " + scalar.described() + " to set");
        }
        Map<String, Node.Entry> entries =
                node instanceof Node.Mapping mapping ? new LinkedHashMap<>(mapping.entries()) : new LinkedHashMap<>();
        Node.Entry old = entries.get(name);
        Node below = old == null ? new Node.Mapping(Map.of(), source) : old.value();
        Place keyPlace = old == null ? source : old.keyPlace();
        entries.put(name, new Node.Entry(keyPlace, replaced(below, rest, value, source)));
        return new Node.Mapping(entries, node.place());
    }

    /** An item found by its name is the mapping {name: settings}, or the bare name; the rest of the path lies below it. */
    private static Node replacedItem(Node item, String name, List<String> rest, Node value, Place source) {
        if (rest.isEmpty()) {
            return value;
        }
        String kind = kindOf(item);
        List<String> path = new ArrayList<>(rest);
        if (!INDEX.matcher(name).matches()) {
            path.add(0, kind);
        }
        boolean bare = item instanceof Node.Scalar && path.get(0).equals(kind);
        return replaced(bare ? withoutSettings(kind, item.place()) : item, path, value, source);
    }

    private static Node withoutSettings(String kind, Place place) {
        Node none = new Node.Mapping(Map.of(), place);
        return new Node.Mapping(Map.of(kind, new Node.Entry(place, none)), place);
    }

    private static int indexOf(Node.Sequence sequence, String name, Place source) {
        List<Node> items = sequence.items();
        if (INDEX.matcher(name).matches()) {
            int index = Integer.parseInt(name);
            if (index < items.size()) {
                return index;
            }
            throw new SettingsException(source + ": the list has " + items.size() + " items, counted from 0");
        }
        List<String> names = items.stream().map(Settings::nameOf).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new SettingsException(source + ": no item '" + name + "'" + Suggestion.of(name, names));
        }
        if (names.lastIndexOf(name) != index) {
            throw new SettingsException(
                    source + ": more than one item is called '" + name + "'; use its index, from 0");
        }
        return index;
    }

    private static String nameOf(Node item) {
        if (item instanceof Node.Mapping mapping && mapping.entries().size() == 1) {
            Node below = mapping.entries().values().iterator().next().value();
            Node.Entry name =
                    below instanceof Node.Mapping inner ? inner.entries().get("name") : null;
            if (name != null && name.value() instanceof Node.Scalar scalar) {
                return scalar.text();
            }
        }
        return kindOf(item);
    }

    private static String kindOf(Node item) {
        if (item instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        return item instanceof Node.Mapping mapping && mapping.entries().size() == 1
                ? mapping.entries().keySet().iterator().next()
                : "";
    }
}
