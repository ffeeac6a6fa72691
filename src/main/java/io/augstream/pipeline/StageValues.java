package io.augstream.pipeline;

import io.augstream.augment.Range;
import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Fill;
import io.augstream.settings.Section;
import io.augstream.settings.Sides;
import io.augstream.settings.Value;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The kinds of value that several stages take: ranges, borders, fills, sizes. */
final class StageValues {
    private static final String RANGE = "a number or a list of two, [lower, upper]";

    private StageValues() {}

    /** A number, or a list of the lower and the upper end. */
    static Range range(Value value) {
        return range(value, Value::number);
    }

    /** As {@link #range(Value)}, of whole numbers. */
    static Range wholeRange(Value value) {
        return range(value, Value::wholeNumber);
    }

    private static Range range(Value value, ToDoubleFunction<Value> end) {
        if (value.isNumber()) {
            double both = end.applyAsDouble(value);
            return range(value, both, both);
        }
        if (!value.isList()) {
            throw value.wrong(RANGE);
        }
        List<Value> ends = value.list();
        if (ends.size() != 2) {
            throw value.error("must be " + RANGE + ", got a list of " + ends.size());
        }
        return range(value, end.applyAsDouble(ends.get(0)), end.applyAsDouble(ends.get(1)));
    }

    private static Range range(Value value, double low, double high) {
        try {
            return new Range(low, high);
        } catch (IllegalArgumentException e) {
            throw value.error(String.valueOf(e.getMessage()));
        }
    }

    static Border border(Section section, Border otherwise) {
        section.find("border")
                .filter(value -> value.isText() && value.text().equals("reflect"))
                .ifPresent(value -> {
                    throw value.error(
                            "'reflect' means two things: write 'reflect101' (the edge pixel is not repeated) or"
                                    + " 'symmetric' (it is repeated)");
                });
        return section.choice("border", Border.class, otherwise);
    }

    /** One level, or a list of one a channel; black where the file does not say. */
    static Fill fill(Section section) {
        return section.find("fill")
                .map(value -> value.isList()
                        ? value.list().stream().map(Value::integer).toList()
                        : List.of(value.integer()))
                .map(Fill::new)
                .orElse(Fill.ZERO);
    }

    static ImageSize size(Value value) {
        Sides sides = Sides.of(value);
        return new ImageSize(sides.width(), sides.height());
    }
}
