package io.augstream.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that no file says, of each shape that settings have, to try a binder with. */
final class MadeUpValues {
    /** Lists are tried up to this length; what may be as long may be longer. */
    static final int LONGEST = 6;

    static final Node ONE = number(1);
    static final Node ZERO = number(0);
    private static final Place NOWHERE = new Place("schema", 0);
    private static final double FAR = Integer.MAX_VALUE;

    /** In bounds for most; then an even number, for those that must be odd, and values out of all bounds, to be told them. */
    private static final List<Node> SAMPLES = Stream.concat(
                    IntStream.rangeClosed(0, LONGEST).boxed().flatMap(length -> Stream.of(ONE, ZERO)
                            .map(item -> list(Collections.nCopies(length, item)))),
                    Stream.of(
                            ONE,
                            ZERO,
                            number(2),
                            mapping(Map.of("width", ONE, "height", ONE)),
                            number(FAR),
                            number(-FAR),
                            list(List.of(number(FAR))),
                            list(List.of(number(-FAR))),
                            list(List.of(number(FAR), number(FAR))),
                            list(List.of(number(-FAR), number(-FAR)))))
            .toList();

    private MadeUpValues() {}

    /** All of them, and each choice that {@code asked} knows. */
    static List<Node> samples(Asked asked) {
        List<Node> samples = new ArrayList<>(SAMPLES);
        asked.choices().forEach(name -> samples.add(text(name)));
        if (asked.types().contains("boolean")) {
            samples.add(new Node.Scalar(true, "true", NOWHERE));
            samples.add(new Node.Scalar(false, "false", NOWHERE));
        }
        return samples;
    }

    static Node text(String value) {
        return new Node.Scalar(value, value, NOWHERE);
    }

    static Node names(List<String> names) {
        return list(names.stream().map(MadeUpValues::text).toList());
    }

    static Node.Mapping mapping(Map<String, Node> values) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> entries.put(key, new Node.Entry(NOWHERE, value)));
        return new Node.Mapping(entries, NOWHERE);
    }

    private static Node number(double value) {
        return new Node.Scalar(value, Long.toString((long) value), NOWHERE);
    }

    private static Node list(List<Node> items) {
        return new Node.Sequence(items, NOWHERE);
    }
}
