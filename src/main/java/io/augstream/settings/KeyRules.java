package io.augstream.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which settings of a section go together and which must be there, as keywords of JSON Schema. */
final class KeyRules {
    private final TriedSections tried;
    private final List<Set<String>> accepted;
    private final List<String> required;

    KeyRules(TriedSections tried) {
        this.tried = tried;
        this.accepted = List.copyOf(
                new LinkedHashSet<>(tried.accepted().stream().map(Map::keySet).toList()));
        this.required = inAll(accepted, tried.keys().keySet());
    }

    /** What must be there whatever else is: all of {@code required}, one of {@code anyOf}; nothing where nothing must. */
    Map<String, Object> always() {
        return needed(accepted, required, List.of());
    }

    /** What a choice excludes and needs, and which two never stand together. */
    List<Map<String, Object>> rules() {
        List<Map<String, Object>> rules = new ArrayList<>();
        List<Set<String>> variants = new ArrayList<>();
        tried.keys().forEach((key, value) -> rules.addAll(ofChoices(key, value, variants)));
        List<String> keys = List.copyOf(tried.keys().keySet());
        for (String one : keys) {
            for (String other : keys.subList(keys.indexOf(one) + 1, keys.size())) {
                if (excluded(one, other, variants)) {
                    rules.add(Map.of("not", Map.of("required", List.of(one, other))));
                }
            }
        }
        return rules;
    }

    /** Of two settings of different variants the variants tell that already. */
    private boolean excluded(String one, String other, List<Set<String>> variants) {
        boolean bothKnown =
                !tried.accepted(one).isEmpty() && !tried.accepted(other).isEmpty();
        boolean ofDifferentVariants =
                !variants.isEmpty() && variants.stream().noneMatch(keys -> keys.containsAll(List.of(one, other)));
        return bothKnown && !ofDifferentVariants && !tried.together(one, other);
    }

    /** @param variants gets the settings that each choice allows, if they differ */
    private List<Map<String, Object>> ofChoices(String key, Asked asked, List<Set<String>> variants) {
        Map<String, List<Set<String>>> sections = new LinkedHashMap<>();
        asked.choices().forEach(name -> sections.put(name, with(key, name, asked)));
        sections.values().removeIf(List::isEmpty);
        List<Set<String>> known =
                sections.values().stream().map(KeyRules::union).toList();
        if (Set.copyOf(known).size() < 2) {
            return List.of();
        }
        variants.addAll(known);
        List<Map<String, Object>> rules = new ArrayList<>();
        sections.forEach((name, bound) -> rules.add(ofChoice(key, name, asked, bound)));
        return rules;
    }

    /** The settings of the sections that were bound with the choice, be it made or left out. */
    private List<Set<String>> with(String key, String choice, Asked asked) {
        Node made = MadeUpValues.text(choice);
        Node absent = choice.equals(asked.otherwise()) ? made : MadeUpValues.ZERO;
        return tried.accepted().stream()
                .filter(section -> section.getOrDefault(key, absent).equals(made))
                .map(Map::keySet)
                .distinct()
                .toList();
    }

    private Map<String, Object> ofChoice(String key, String choice, Asked asked, List<Set<String>> bound) {
        Map<String, Object> when = new LinkedHashMap<>();
        when.put("properties", Map.of(key, Map.of("const", choice)));
        if (!choice.equals(asked.otherwise())) {
            when.put("required", List.of(key));
        }
        Map<String, Object> then = new LinkedHashMap<>();
        Map<String, Object> none = new LinkedHashMap<>();
        Set<String> known = union(bound);
        tried.keys().keySet().stream()
                .filter(other ->
                        !known.contains(other) && !tried.accepted(other).isEmpty())
                .forEach(other -> none.put(other, false));
        then.put("properties", none);
        List<String> more = new ArrayList<>(inAll(bound, known));
        more.removeAll(required);
        more.remove(key);
        List<String> elsewhere = new ArrayList<>(required);
        elsewhere.add(key);
        then.putAll(needed(bound, more, elsewhere));
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("if", when);
        rule.put("then", then);
        return rule;
    }

    /** @param elsewhere what need not be told here */
    private static Map<String, Object> needed(
            List<Set<String>> bound, List<String> required, Collection<String> elsewhere) {
        Map<String, Object> keywords = new LinkedHashMap<>();
        if (!required.isEmpty()) {
            keywords.put("required", required);
        }
        List<Set<String>> rest = bound.stream()
                .<Set<String>>map(keys -> {
                    Set<String> left = new LinkedHashSet<>(keys);
                    left.removeAll(required);
                    left.removeAll(elsewhere);
                    return left;
                })
                .distinct()
                .toList();
        List<Map<String, Object>> alternatives = rest.stream()
                .filter(keys -> rest.stream().noneMatch(fewer -> fewer.size() < keys.size() && keys.containsAll(fewer)))
                .filter(keys -> !keys.isEmpty())
                .map(keys -> Map.<String, Object>of("required", List.copyOf(keys)))
                .toList();
        if (!alternatives.isEmpty()) {
            keywords.put("anyOf", alternatives);
        }
        return keywords;
    }

    private static List<String> inAll(List<Set<String>> bound, Collection<String> keys) {
        return keys.stream()
                .filter(key -> bound.stream().allMatch(section -> section.contains(key)))
                .toList();
    }

    private static Set<String> union(List<Set<String>> bound) {
        Set<String> union = new LinkedHashSet<>();
        bound.forEach(union::addAll);
        return union;
    }
}
