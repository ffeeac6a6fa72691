package io.augstream.train;

import io.augstream.nn.ParameterKind;
import io.augstream.settings.Section;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds of parameters that a penalty leaves out: {@code exclude: [bias, norm]}. */
final class ExcludedKinds {
    private ExcludedKinds() {}

    /** None where the section does not name any. */
    static Set<ParameterKind> from(Section section) {
        Set<ParameterKind> exclude = EnumSet.noneOf(ParameterKind.class);
        for (Value value : section.list("exclude")) {
            exclude.add(kind(value));
        }
        return exclude;
    }

    /** A copy. @throws IllegalArgumentException if it names the weights */
    static Set<ParameterKind> checked(Set<ParameterKind> exclude) {
        if (exclude.contains(ParameterKind.WEIGHT)) {
            throw new IllegalArgumentException("exclude must not name the weights: that leaves nothing to decay");
        }
        return Set.copyOf(exclude);
    }

    private static ParameterKind kind(Value value) {
        List<String> names = new ArrayList<>();
        for (ParameterKind kind : List.of(ParameterKind.BIAS, ParameterKind.NORM)) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            if (name.equals(value.text())) {
                return kind;
            }
            names.add(name);
        }
        throw value.error("no such kind of parameter: '" + value.text() + "'" + Suggestion.of(value.text(), names));
    }
}
