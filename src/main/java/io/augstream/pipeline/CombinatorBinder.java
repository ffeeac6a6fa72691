package io.augstream.pipeline;

import io.augstream.augment.Selection;
import io.augstream.settings.Section;
import io.augstream.settings.Value;
import java.util.Collections;
import java.util.List;

/** Binds what is particular to each combinator: which of its stages apply. */
final class CombinatorBinder {
    private CombinatorBinder() {}

    static Selection oneOf(Section s) {
        List<Double> weights = s.find("weights")
                .map(list -> list.list().stream().map(Value::number).toList())
                .orElseGet(() -> Collections.nCopies(s.get("stages").list().size(), 1.0));
        return new Selection.One(weights);
    }

    /** All or none: a sequence that must say how often. */
    static Selection sometimes(Section s) {
        Value unused = s.get("p");
        return new Selection.All();
    }

    static Selection someOf(Section s) {
        Value count = s.get("count");
        if (!count.isList()) {
            return new Selection.Some(count.integer(), count.integer());
        }
        List<Value> ends = count.list();
        if (ends.size() != 2) {
            throw count.error("must be a whole number or a list of two, [lower, upper], got a list of " + ends.size());
        }
        return new Selection.Some(ends.get(0).integer(), ends.get(1).integer());
    }
}
