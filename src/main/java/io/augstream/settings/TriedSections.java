package io.augstream.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds made-up sections and remembers which were accepted, and what was complained about the others. */
final class TriedSections {
    private final Asked asked;
    private final List<Map<String, Node>> given;
    private final Function<Map<String, Node>, Optional<String>> attempt;
    private final Set<Map<String, Node>> accepted = new LinkedHashSet<>();
    private final Map<String, Set<Node>> values = new LinkedHashMap<>();
    private final Map<String, Interval> bounds = new LinkedHashMap<>();
    private final Set<String> odd = new LinkedHashSet<>();

    /**
     * @param asked where it is noted what is asked of the sections
     * @param given what no section is bound without
     * @param attempt what is wrong with a section; nothing where it is accepted
     */
    private TriedSections(
            Asked asked, List<Map<String, Node>> given, Function<Map<String, Node>, Optional<String>> attempt) {
        this.asked = asked;
        this.given = given;
        this.attempt = attempt;
    }

    static TriedSections of(Function<Section, ?> binder, List<Map<String, Node>> given) {
        Asked asked = new Asked();
        TriedSections tried = new TriedSections(asked, given, section -> {
            try {
                Object unused = new Section("", MadeUpValues.mapping(section), asked).build(binder);
                return Optional.empty();
            } catch (SettingsException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
        tried.run();
        return tried;
    }

    /** Of the section that is the value of {@code key}: the rest is as in the shortest section that was accepted with it. */
    Optional<TriedSections> below(String key) {
        Asked inner = asked.key(key);
        if (inner.keys().isEmpty()) {
            return Optional.empty();
        }
        TriedSections tried = new TriedSections(inner, List.of(Map.of()), section -> {
            asked.missing(null);
            return attempt.apply(with(shortest(key), key, MadeUpValues.mapping(section)));
        });
        tried.run();
        return Optional.of(tried);
    }

    private Map<String, Node> shortest(String key) {
        return accepted.stream()
                .filter(section -> section.containsKey(key))
                .min(Comparator.comparingInt(Map::size))
                .orElse(given.get(0));
    }

    /**
     * Settings that only some choices know become known by making these choices, and what others need becomes known when a value of
     * it is accepted: so again until nothing new is.
     */
    private void run() {
        int known;
        do {
            known = learnt();
            for (Map<String, Node> choice : choices()) {
                bind(choice, null);
                for (String key : List.copyOf(asked.keys().keySet())) {
                    MadeUpValues.samples(asked.key(key)).forEach(sample -> bind(with(choice, key, sample), key));
                }
            }
        } while (learnt() > known);
        bindPairs();
    }

    private int learnt() {
        return asked.keys().size() + values.size();
    }

    /** What was given alone, and with each choice of each setting. */
    private List<Map<String, Node>> choices() {
        List<Map<String, Node>> choices = new ArrayList<>(given);
        asked.keys().forEach((key, value) -> value.choices()
                .forEach(name -> given.forEach(section -> choices.add(with(section, key, MadeUpValues.text(name))))));
        return choices;
    }

    /** Each two settings in one section, of one with choices each choice, until one such is accepted. */
    private void bindPairs() {
        for (String one : List.copyOf(values.keySet())) {
            Set<String> choices = asked.key(one).choices();
            for (String other : List.copyOf(values.keySet())) {
                if (one.equals(other)) {
                    continue;
                }
                if (choices.isEmpty()) {
                    bindPair(one, accepted(one), other);
                }
                choices.forEach(name -> bindPair(one, Set.of(MadeUpValues.text(name)), other));
            }
        }
    }

    private void bindPair(String one, Set<Node> these, String other) {
        for (Map<String, Node> choice : choices()) {
            for (Node value : List.copyOf(these)) {
                for (Node second : List.copyOf(accepted(other))) {
                    if (accepted.stream()
                            .anyMatch(section -> section.containsKey(other)
                                    && section.containsKey(one)
                                    && these.contains(section.get(one)))) {
                        return;
                    }
                    bind(with(with(choice, one, value), other, second), null);
                }
            }
        }
    }

    /** Binds, adding what is missing. */
    private void bind(Map<String, Node> section, @Nullable String varied) {
        Map<String, Node> tried = section;
        while (true) {
            asked.missing(null);
            Optional<String> complaint = attempt.apply(tried);
            if (complaint.isEmpty()) {
                accepted.add(tried);
                tried.forEach((key, value) -> values.computeIfAbsent(key, first -> new LinkedHashSet<>())
                        .add(value));
                return;
            }
            note(complaint.get(), varied);
            String missing = asked.missing();
            if (missing == null || tried.containsKey(missing)) {
                return;
            }
            tried = with(tried, missing, accepted(missing).stream().findFirst().orElse(MadeUpValues.ONE));
        }
    }

    /** A complaint is about the setting that it names, or else about the one that is tried. */
    private void note(String complaint, @Nullable String varied) {
        Interval.in(complaint).ifPresent(told -> {
            String key = asked.keys().containsKey(told.name()) ? told.name() : varied;
            if (key != null) {
                bounds.merge(key, told.bounds(), Interval::or);
            }
        });
        if (varied != null && complaint.contains(varied + " must be odd")) {
            odd.add(varied);
        }
    }

    Map<String, Asked> keys() {
        return asked.keys();
    }

    /** The sections that were bound. */
    Set<Map<String, Node>> accepted() {
        return accepted;
    }

    /** The values of {@code key} that were bound. */
    Set<Node> accepted(String key) {
        return values.getOrDefault(key, Set.of());
    }

    boolean together(String one, String other) {
        return accepted.stream().anyMatch(section -> section.containsKey(one) && section.containsKey(other));
    }

    /** Those that complaints name. */
    @Nullable Interval bounds(String key) {
        return bounds.get(key);
    }

    boolean odd(String key) {
        return odd.contains(key);
    }

    /** Of the lists that were bound. */
    TreeSet<Integer> lengths(String key) {
        TreeSet<Integer> lengths = new TreeSet<>();
        for (Node value : accepted(key)) {
            if (value instanceof Node.Sequence sequence) {
                lengths.add(sequence.items().size());
            }
        }
        return lengths;
    }

    /** Whether lists of numbers were bound, but none of zeros alone, though each number may be 0. */
    boolean notAllZero(String key) {
        Interval ends = bounds.get(key);
        boolean zeros = accepted(key).stream()
                .anyMatch(value -> value instanceof Node.Sequence sequence
                        && sequence.items().stream().allMatch(MadeUpValues.ZERO::equals));
        return ends != null && ends.beginAtZero() && !lengths(key).isEmpty() && !zeros;
    }

    private static Map<String, Node> with(Map<String, Node> section, String key, Node value) {
        Map<String, Node> more = new LinkedHashMap<>(section);
        more.put(key, value);
        return more;
    }
}
