package io.augstream.settings;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A mapping of the file while a package binds it: it remembers which keys were asked for, so that {@link #build} can
 * refuse those that nobody knows.
 */
public final class Section {
    private static final Pattern CAPITAL = Pattern.compile("(?<=.)[A-Z]");

    private final String path;
    private final Node.Mapping mapping;
    private final Asked asked;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param asked where it is noted what is asked of it */
    Section(String path, Node.Mapping mapping, Asked asked) {
        this.path = path;
        this.mapping = mapping;
        this.asked = asked;
    }

    public String path() {
        return path;
    }

    /** File and line where it was written, or the option that overrode it. */
    public String place() {
        return mapping.place().toString();
    }

    /** The keys as written, in the file's order. */
    public Set<String> keys() {
        return mapping.entries().keySet();
    }

    /** The value of {@code key}, absent where the file does not give it. Marks the key as known. */
    public Optional<Value> find(String key) {
        known.add(key);
        Asked below = asked.key(key);
        Node.Entry entry = mapping.entries().get(key);
        return entry == null ? Optional.empty() : Optional.of(new Value(child(key), entry.value(), below));
    }

    /** @throws SettingsException if the key is missing */
    public Value get(String key) {
        return find(key).orElseThrow(() -> missing(key, ""));
    }

    /**
     * An error that says that {@code key} must be given, and what is given that nobody has asked for yet: a key that looks
     * like it, or else, below the top of the file, all of them, for one may be meant to be it or not be known at all.
     *
     * @param otherwise what may be given instead, or blank
     */
    public SettingsException missing(String key, String otherwise) {
        asked.missing(key);
        List<String> unasked =
                keys().stream().filter(written -> !known.contains(written)).toList();
        String given = path.isEmpty() || unasked.isEmpty() ? "" : "; given: " + String.join(", ", unasked);
        String meant = Suggestion.nearest(key, unasked)
                .map(written -> "; is '" + written + "' meant to be it?")
                .orElse(given);
        return error("'" + key + "' " + (otherwise.isBlank() ? "" : otherwise + " ") + "is missing" + meant);
    }

    public double number(String key, double otherwise) {
        asked(key, "number", otherwise);
        return find(key).map(Value::number).orElse(otherwise);
    }

    public int integer(String key, int otherwise) {
        asked(key, "integer", otherwise);
        return find(key).map(Value::integer).orElse(otherwise);
    }

    public boolean flag(String key, boolean otherwise) {
        asked(key, "boolean", otherwise);
        return find(key).map(Value::flag).orElse(otherwise);
    }

    public String text(String key, String otherwise) {
        asked(key, "string", otherwise);
        return find(key).map(Value::text).orElse(otherwise);
    }

    /** One of an enum's constants, written in lower case. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        asked.key(key).asOneOf(names(type));
        asked.key(key).insteadOf(name(otherwise));
        return find(key).map(value -> choice(value, type)).orElse(otherwise);
    }

    private void asked(String key, String type, Object otherwise) {
        asked.key(key).as(type);
        asked.key(key).insteadOf(otherwise);
    }

    /** The section below {@code key}; an empty one where the file does not give it. */
    public Section section(String key) {
        Optional<Value> value = find(key).filter(found -> !found.isNothing());
        return value.map(Value::section)
                .orElseGet(() ->
                        new Section(child(key), new Node.Mapping(java.util.Map.of(), mapping.place()), asked.key(key)));
    }

    public List<Value> list(String key) {
        return find(key).map(Value::list).orElse(List.of());
    }

    /**
     * Binds the section: runs {@code binder}, then refuses unknown keys. An {@link IllegalArgumentException} from a
     * record's constructor becomes an error at the line of the setting that its message begins with, be it as the file has it or as
     * Java has it: {@code least_visible}, {@code leastVisible}.
     */
    public <T> T build(Function<Section, T> binder) {
        T bound;
        try {
            bound = binder.apply(this);
        } catch (IllegalArgumentException e) {
            String told = String.valueOf(e.getMessage());
            String first = told.split("[ :]", 2)[0];
            String key = mapping.entries().containsKey(first) ? first : inFile(first);
            Node.Entry entry = mapping.entries().get(key);
            if (entry == null) {
                // An unknown key is the likelier cause of a value that nobody wrote. Where it is none, the binder may
                // have been about to ask for the rest.
                refuseUnknownKeys();
            }
            Place place = entry == null ? mapping.place() : entry.value().place();
            String message = entry == null
                    ? told
                    : asWritten(
                            key + told.substring(first.length()), new Value(child(key), entry.value(), asked.key(key)));
            throw new SettingsException(place + ": " + (path.isEmpty() ? "" : path + ": ") + message, e);
        }
        refuseUnknownKeys();
        return bound;
    }

    /** How the file calls what Java calls {@code leastVisible}: {@code least_visible}. */
    private static String inFile(String name) {
        return CAPITAL.matcher(name).replaceAll(letter -> "_" + letter.group().toLowerCase(Locale.ROOT));
    }

    /** Of a number beyond all doubles a complaint says that it is infinite, and the file has 1e999. */
    private static String asWritten(String complaint, Value value) {
        String message = complaint;
        if (value.isList()) {
            for (Value item : value.list()) {
                message = asWritten(message, item);
            }
        } else if (value.isNumber() && Double.isInfinite(value.parsed())) {
            message = message.replace("got " + value.parsed(), "got " + value.written());
        }
        return message;
    }

    /** Marks keys that another package binds, so that {@link #build} lets them pass. */
    @CanIgnoreReturnValue
    public Section allow(Collection<String> keys) {
        known.addAll(keys);
        return this;
    }

    /** An error at this section's place: {@code problem} says what is wrong and what is allowed. */
    public SettingsException error(String problem) {
        return new SettingsException(mapping.place() + ": " + (path.isEmpty() ? "" : path + ": ") + problem);
    }

    private void refuseUnknownKeys() {
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                throw new SettingsException(entry.keyPlace() + ": " + (path.isEmpty() ? "" : path + ": ")
                        + "unknown key '" + key + "'"
                        + (known.isEmpty() ? "; it takes no settings" : Suggestion.of(key, known)));
            }
        });
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static <E extends Enum<E>> E choice(Value value, Class<E> type) {
        List<String> names = names(type);
        int index = names.indexOf(value.text());
        if (index < 0) {
            throw value.error("'" + value.text() + "' is not known" + Suggestion.of(value.text(), names));
        }
        return type.getEnumConstants()[index];
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return java.util.Arrays.stream(type.getEnumConstants())
                .map(Section::name)
                .toList();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
