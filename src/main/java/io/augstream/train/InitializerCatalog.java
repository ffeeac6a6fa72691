package io.augstream.train;

import io.augstream.nn.ConstantWeights;
import io.augstream.nn.HadamardWeights;
import io.augstream.nn.Initializer;
import io.augstream.nn.NormalWeights;
import io.augstream.nn.OrthogonalWeights;
import io.augstream.nn.UniformWeights;
import io.augstream.nn.VarianceScaling;
import io.augstream.settings.Item;
import io.augstream.settings.Section;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The initialisers by their names in a pipeline file. */
final class InitializerCatalog {
    private static final Map<String, Function<Section, Initializer>> BINDERS = new LinkedHashMap<>();

    static {
        for (VarianceScaling scaling : VarianceScaling.values()) {
            BINDERS.put(scaling.name().toLowerCase(Locale.ROOT), section -> scaling);
        }
        BINDERS.put("zeros", section -> new ConstantWeights(0));
        BINDERS.put(
                "constant", section -> new ConstantWeights(section.get("value").number()));
        BINDERS.put("normal", section -> new NormalWeights(section.get("sigma").number()));
        BINDERS.put(
                "uniform", section -> new UniformWeights(section.get("bound").number()));
        BINDERS.put("hadamard", section -> new HadamardWeights(section.number("gain", 1)));
        BINDERS.put("orthogonal", section -> new OrthogonalWeights(section.number("gain", 1)));
    }

    private InitializerCatalog() {}

    /** Binds {@code he_normal}, or {@code normal: {sigma: 0.01}}. */
    static Initializer bind(Value value) {
        Item item = value.item();
        Function<Section, Initializer> binder = BINDERS.get(item.name());
        if (binder == null) {
            throw item.error("'" + item.name() + "' is not known" + Suggestion.of(item.name(), BINDERS.keySet()));
        }
        return item.settings().build(binder);
    }
}
