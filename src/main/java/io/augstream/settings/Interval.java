package io.augstream.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Between which ends a number must lie, as a complaint tells it. */
record Interval(End low, End high) {
    private static final String NUMBER = "(-?[\\d.]+(?:[eE]-?\\d+)?)";
    private static final Pattern BOTH =
            Pattern.compile("(\\w+) must lie in ([\\[(])" + NUMBER + ", " + NUMBER + "([\\])])");
    private static final Pattern LEAST = Pattern.compile(
            "(\\w+) must be (?=at least|a number|\\S+ or more)(?:a number )?(?:of )?(?:at least |(above) )?" + NUMBER);

    /**
     * @param value infinite for none
     * @param itself whether the number may be it
     */
    record End(double value, boolean itself) {
        /** @param keyword of the end itself, {@code minimum}; without it, {@code exclusiveMinimum} */
        private void write(String keyword, Map<String, Object> keywords) {
            if (Double.isFinite(value)) {
                String exclusive =
                        "exclusive" + keyword.substring(0, 1).toUpperCase(Locale.ROOT) + keyword.substring(1);
                keywords.put(itself ? keyword : exclusive, shortest(value));
            }
        }

        private End or(End other, boolean isBeyond) {
            if (value == other.value) {
                return new End(value, itself || other.itself);
            }
            return isBeyond ? this : other;
        }
    }

    /** @param name what the complaint calls the number, most often the setting's key */
    record Told(String name, Interval bounds) {}

    /** Those that a complaint names: "sigma must lie in [0, 100]", "momentum must lie in [0, 1)", "count must be 0 or more". */
    static Optional<Told> in(String complaint) {
        Matcher both = BOTH.matcher(complaint);
        if (both.find()) {
            End low = new End(Double.parseDouble(both.group(3)), both.group(2).equals("["));
            End high = new End(Double.parseDouble(both.group(4)), both.group(5).equals("]"));
            return Optional.of(new Told(both.group(1), new Interval(low, high)));
        }
        Matcher least = LEAST.matcher(complaint);
        if (least.find()) {
            End low = new End(Double.parseDouble(least.group(3)), least.group(2) == null);
            return Optional.of(new Told(least.group(1), new Interval(low, new End(Double.POSITIVE_INFINITY, false))));
        }
        return Optional.empty();
    }

    /** What either allows. */
    Interval or(Interval other) {
        return new Interval(
                low.or(other.low, low.value < other.low.value), high.or(other.high, high.value > other.high.value));
    }

    /** Whether the lowest of the numbers is 0. */
    boolean beginAtZero() {
        return low.value == 0 && low.itself;
    }

    /** As JSON Schema has them. */
    Map<String, Object> keywords() {
        Map<String, Object> keywords = new LinkedHashMap<>();
        low.write("minimum", keywords);
        high.write("maximum", keywords);
        return keywords;
    }

    private static Number shortest(double value) {
        return value == Math.rint(value) ? (Number) (long) value : (Number) value;
    }
}
