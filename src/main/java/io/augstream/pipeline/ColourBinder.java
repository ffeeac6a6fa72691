package io.augstream.pipeline;

import io.augstream.augment.Augmentation;
import io.augstream.augment.ColourJitter;
import io.augstream.augment.Range;
import io.augstream.augment.Strength;
import io.augstream.augment.WholeStrength;
import io.augstream.operation.Operation;
import io.augstream.settings.Section;
import io.augstream.settings.Value;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** Binds the stages that change colours and levels. */
final class ColourBinder {
    private ColourBinder() {}

    /** A stage whose one setting is the operation's number. */
    static Function<Section, Augmentation> strength(String key, DoubleFunction<Operation> operation) {
        return s -> new Strength(StageValues.range(s.get(key)), operation);
    }

    /** A stage whose one setting is the operation's whole number. */
    static Function<Section, Augmentation> whole(String key, DoubleFunction<Operation> operation) {
        return s -> new WholeStrength(StageValues.wholeRange(s.get(key)), operation);
    }

    static Augmentation jitter(Section s) {
        List<String> strengths = List.of("brightness", "contrast", "saturation", "hue");
        if (strengths.stream().allMatch(key -> s.find(key).isEmpty())) {
            throw s.missing("brightness", "or 'contrast', 'saturation' or 'hue'");
        }
        return new ColourJitter(
                range(s, "brightness", 1), range(s, "contrast", 1), range(s, "saturation", 1), range(s, "hue", 0));
    }

    /** @param neutral the value that changes nothing */
    private static Range range(Section s, String key, double neutral) {
        return s.find(key).map(value -> bothEnds(value, neutral)).orElse(Range.of(neutral));
    }

    private static Range bothEnds(Value value, double neutral) {
        if (value.isNumber()) {
            throw value.error(
                    "must be [lower, upper]: a number alone is taken as it is in other stages, but as the distance"
                            + " from " + (int) neutral + ", which changes nothing, in torchvision's ColorJitter");
        }
        return StageValues.range(value);
    }
}
