package io.augstream.preview;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A colour for each name or number, in the order in which they come; from the seventh on they come again. */
final class Palette {
    /** Okabe and Ito 2008: they are told apart by those who see few colours too. Black and the pale yellow are left out. */
    private static final List<Colour> COLOURS = List.of(
            new Colour(0xe6, 0x9f, 0x00),
            new Colour(0x00, 0x9e, 0x73),
            new Colour(0xcc, 0x79, 0xa7),
            new Colour(0x56, 0xb4, 0xe9),
            new Colour(0xd5, 0x5e, 0x00),
            new Colour(0x00, 0x72, 0xb2));

    private final Map<Object, Colour> given = new LinkedHashMap<>();

    @CanIgnoreReturnValue
    Colour of(Object name) {
        return given.computeIfAbsent(name, unused -> COLOURS.get(given.size() % COLOURS.size()));
    }

    /** Which colours were given, the first first. */
    Map<Object, Colour> given() {
        return given;
    }
}
