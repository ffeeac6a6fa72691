package io.augstream.preview;

import io.augstream.operation.Unchanged;
import io.augstream.pipeline.Draw;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What was drawn, in a few words a stage: {@code rotate 12.3°}, {@code noise σ 0.05}, {@code mirror}. */
public final class Caption {
    /** How things are done and not what was drawn. */
    private static final Set<String> MANNER = Set.of(
            "stage",
            "operation",
            "interpolation",
            "border",
            "fill",
            "key",
            "per_channel",
            "salt_share",
            "order",
            "expand");

    /** How a number is written, which stands for {@code @}. Others stand behind their names. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("degrees", "@°"),
            Map.entry("shear", "shear @°"),
            Map.entry("shear_y", "shear y @°"),
            Map.entry("std", "σ @"),
            Map.entry("sigma", "σ @"),
            Map.entry("factor", "×@"),
            Map.entry("scale", "scale @"),
            Map.entry("brightness", "brightness ×@"),
            Map.entry("contrast", "contrast ×@"),
            Map.entry("saturation", "saturation ×@"),
            Map.entry("bits", "@ bits"),
            Map.entry("threshold", "from @"),
            Map.entry("kernel_size", "@ px"),
            Map.entry("length", "@ px"));

    /** What changes nothing beside other numbers. */
    private static final Map<String, Double> NEUTRAL = Map.ofEntries(
            Map.entry("degrees", 0.0),
            Map.entry("shear", 0.0),
            Map.entry("shear_y", 0.0),
            Map.entry("right", 0.0),
            Map.entry("down", 0.0),
            Map.entry("hue", 0.0),
            Map.entry("scale", 1.0),
            Map.entry("aspect", 1.0),
            Map.entry("brightness", 1.0),
            Map.entry("contrast", 1.0),
            Map.entry("saturation", 1.0));

    /** The space at which no line ends: a number stays with what it is. */
    static final char UNBROKEN = '\u00a0';

    private Caption() {}

    /** In the order of the draws; stages that did not apply are left out, so that there may be nothing. */
    public static List<String> of(List<Draw> draws) {
        return draws.stream()
                .filter(draw -> !(draw.operation() instanceof Unchanged))
                .map(Caption::phrase)
                .toList();
    }

    private static String phrase(Draw draw) {
        String path = draw.stage();
        String name = path.substring(path.lastIndexOf('/') + 1).replace('_', ' ');
        Map<String, Object> choices = new LinkedHashMap<>(draw.describe());
        choices.keySet().removeAll(MANNER);
        if (choices.containsKey("sigma")) {
            choices.remove("kernel_size");
        }
        List<String> words = new ArrayList<>();
        place(choices).ifPresent(words::add);
        boolean several =
                choices.values().stream().filter(Number.class::isInstance).count() > 1;
        choices.forEach((key, value) -> {
            if (!(several && value instanceof Number number && isNeutral(key, number))) {
                word(key, value).map(word -> without(name, word)).forEach(words::add);
            }
        });
        List<String> whole =
                words.stream().map(word -> word.replace(' ', UNBROKEN)).toList();
        return whole.isEmpty() ? name : name + " " + String.join(", ", whole);
    }

    /** Takes the corner and the sides of a rectangle out of the choices; margins have a bottom too, and stay. */
    private static Optional<String> place(Map<String, Object> choices) {
        if (choices.containsKey("bottom")
                || !(choices.get("left") instanceof Number x && choices.get("top") instanceof Number y)) {
            return Optional.empty();
        }
        choices.keySet().removeAll(Set.of("left", "top"));
        // Of a cutout they stand alone, of a crop that is resized in its window.
        Map<?, ?> rectangle = choices.remove("window") instanceof Map<?, ?> window ? window : choices;
        Object width = rectangle.get("width");
        Object height = rectangle.get("height");
        choices.keySet().removeAll(Set.of("width", "height"));
        String sides = width == null || height == null ? "" : width + "×" + height + " ";
        return Optional.of(sides + "at " + signed(x) + ", " + signed(y));
    }

    private static Stream<String> word(String key, Object value) {
        if (value instanceof Number number) {
            return Stream.of(number(key, number));
        }
        if (value instanceof Map<?, ?> corner
                && corner.get("x") instanceof Number x
                && corner.get("y") instanceof Number y) {
            return Stream.of("(" + signed(x) + " " + signed(y) + ")");
        }
        boolean said = value instanceof String && !value.equals("horizontal");
        return said ? Stream.of(String.valueOf(value).replace('_', ' ')) : Stream.empty();
    }

    private static String number(String key, Number value) {
        String digits = digits(Math.abs(value.doubleValue()));
        boolean negative = value.doubleValue() < 0;
        return switch (key) {
            case "right" -> (negative ? "left " : "right ") + digits;
            case "down" -> (negative ? "up " : "down ") + digits;
            default -> WORDS.getOrDefault(key, key.replace('_', ' ') + " @").replace("@", signed(value));
        };
    }

    private static String signed(Number value) {
        return (value.doubleValue() < 0 ? "−" : "") + digits(Math.abs(value.doubleValue()));
    }

    /** Three that count; all of a whole number. */
    private static String digits(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return (value == Math.rint(value) ? exact : exact.round(new MathContext(3)))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A stage that is called after its number does not say it twice: {@code gamma 1.2}, {@code shear x 5°}. */
    private static String without(String name, String word) {
        int value = word.lastIndexOf(' ') + 1;
        return value > 0 && (name + " ").startsWith(word.substring(0, value)) ? word.substring(value) : word;
    }

    private static boolean isNeutral(String key, Number value) {
        return Double.valueOf(value.doubleValue() + 0.0).equals(NEUTRAL.get(key));
    }
}
