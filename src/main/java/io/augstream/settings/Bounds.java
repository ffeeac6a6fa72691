package io.augstream.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Between which ends a number must lie.
 *
 * @param high infinite where there is no upper end
 */
record Bounds(double low, double high) {
    private static final Pattern BOTH = Pattern.compile("(\\w+) must lie in \\[(-?[\\d.]+), (-?[\\d.]+)\\]");
    private static final Pattern LEAST =
            Pattern.compile("(\\w+) must be (?=at least|\\S+ or more)(?:at least )?(-?[\\d.]+)");

    /** @param name what the complaint calls the number, most often the setting's key */
    record Told(String name, Bounds bounds) {}

    /** Those that a complaint names: "sigma must lie in [0, 100]", "count must be 0 or more". */
    static Optional<Told> in(String complaint) {
        Matcher both = BOTH.matcher(complaint);
        if (both.find()) {
            return Optional.of(new Told(
                    both.group(1), new Bounds(Double.parseDouble(both.group(2)), Double.parseDouble(both.group(3)))));
        }
        Matcher least = LEAST.matcher(complaint);
        return least.find()
                ? Optional.of(new Told(
                        least.group(1), new Bounds(Double.parseDouble(least.group(2)), Double.POSITIVE_INFINITY)))
                : Optional.empty();
    }

    /** What either allows. */
    Bounds or(Bounds other) {
        return new Bounds(Math.min(low, other.low), Math.max(high, other.high));
    }
}
