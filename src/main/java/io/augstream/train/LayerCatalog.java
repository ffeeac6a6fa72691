package io.augstream.train;

import io.augstream.nn.Activation;
import io.augstream.nn.AveragePool;
import io.augstream.nn.BatchNorm;
import io.augstream.nn.Convolution;
import io.augstream.nn.Dense;
import io.augstream.nn.Dropout;
import io.augstream.nn.Flatten;
import io.augstream.nn.GlobalAveragePool;
import io.augstream.nn.Initializer;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.LeakyRelu;
import io.augstream.nn.LocalResponseNorm;
import io.augstream.nn.MaxPool;
import io.augstream.nn.Relu;
import io.augstream.nn.Residual;
import io.augstream.nn.SmoothActivation;
import io.augstream.settings.Item;
import io.augstream.settings.Section;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The layers by their names in a pipeline file, with their settings and what those are by default. */
final class LayerCatalog {
    private interface Binder {
        LayerSpec bind(Section section, int classes);
    }

    private static final Map<String, Binder> BINDERS = new LinkedHashMap<>();

    static {
        BINDERS.put("convolution", (section, classes) -> convolution(section));
        BINDERS.put(
                "batch_norm",
                (section, classes) -> new BatchNorm(
                        section.number("momentum", 0.1),
                        section.number("epsilon", 1e-5),
                        section.number("gamma_init", 1)));
        BINDERS.put("relu", (section, classes) -> new Relu());
        BINDERS.put("leaky_relu", (section, classes) -> new LeakyRelu(section.number("slope", 0.01)));
        for (SmoothActivation activation : SmoothActivation.values()) {
            BINDERS.put(activation.kind(), (section, classes) -> activation);
        }
        BINDERS.put("max_pool", (section, classes) -> maxPool(section));
        BINDERS.put("average_pool", (section, classes) -> averagePool(section));
        BINDERS.put("global_average_pool", (section, classes) -> new GlobalAveragePool());
        BINDERS.put("local_response_norm", (section, classes) -> localResponseNorm(section));
        BINDERS.put(
                "dropout",
                (section, classes) -> new Dropout(section.number("rate", 0.5), section.flag("channelwise", false)));
        BINDERS.put("residual", LayerCatalog::residual);
        BINDERS.put("flatten", (section, classes) -> new Flatten());
        BINDERS.put("dense", LayerCatalog::dense);
    }

    private static final String REPEAT = "repeat";
    private static final int MOST_REPEATS = 1000;

    private LayerCatalog() {}

    static List<String> names() {
        return Stream.concat(BINDERS.keySet().stream(), Stream.of(REPEAT)).toList();
    }

    /** Binds a list, with all that {@code repeat} stands for. */
    static List<PlacedLayer> bindAll(List<Value> values, int classes) {
        return values.stream()
                .flatMap(value -> {
                    Item item = value.item();
                    return item.name().equals(REPEAT)
                            ? item.settings().build(section -> repeat(section, classes)).stream()
                            : Stream.of(new PlacedLayer(value, bind(value, classes)));
                })
                .toList();
    }

    /** Binds {@code repeat: {times: 5, layers: [...]}}: the layers, one after the other, so many times. */
    private static List<PlacedLayer> repeat(Section section, int classes) {
        Value times = section.get("times");
        if (times.integer() < 1 || times.integer() > MOST_REPEATS) {
            throw times.error("must lie in [1, " + MOST_REPEATS + "], got " + times.integer());
        }
        Value list = section.get("layers");
        List<PlacedLayer> layers = bindAll(list.list(), classes);
        if (layers.isEmpty()) {
            throw list.error("must have at least one layer");
        }
        return Collections.nCopies(times.integer(), layers).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Binds {@code relu}, or {@code max_pool: {size: 3}}. */
    private static LayerSpec bind(Value value, int classes) {
        Item item = value.item();
        Binder binder = BINDERS.get(item.name());
        if (binder == null) {
            throw item.error("no such layer: '" + item.name() + "'" + Suggestion.of(item.name(), names()));
        }
        return item.settings().build(section -> binder.bind(section, classes));
    }

    /** By default one pixel at a time, padded so that an odd kernel keeps the size, with a bias. */
    private static Convolution convolution(Section section) {
        int kernelSize = section.integer("kernel_size", 3);
        return new Convolution(
                section.get("channels").integer(),
                kernelSize,
                section.integer("stride", 1),
                section.integer("padding", kernelSize / 2),
                section.integer("groups", 1),
                section.flag("bias", true),
                init(section),
                section.number("bias_init", 0));
    }

    /** By default windows that touch. */
    private static MaxPool maxPool(Section section) {
        int size = section.integer("size", 2);
        return new MaxPool(size, section.integer("stride", size), section.integer("padding", 0));
    }

    /** By default windows that touch. */
    private static AveragePool averagePool(Section section) {
        int size = section.integer("size", 2);
        return new AveragePool(size, section.integer("stride", size), section.integer("padding", 0));
    }

    /** By default PyTorch's constants and its convention of alpha. */
    private static LocalResponseNorm localResponseNorm(Section section) {
        return new LocalResponseNorm(
                section.integer("size", 5),
                section.number("alpha", 1e-4),
                section.number("beta", 0.75),
                section.number("k", 1),
                section.flag("divide_alpha", true));
    }

    /** Binds {@code residual: {branch: [...], shortcut: [...], activation: relu}}; only the branch must be there. */
    private static Residual residual(Section section, int classes) {
        List<LayerSpec> branch =
                PlacedLayer.layers(bindAll(section.get("branch").list(), classes));
        List<LayerSpec> shortcut = PlacedLayer.layers(bindAll(section.list("shortcut"), classes));
        Optional<Value> activation = section.find("activation");
        return new Residual(
                branch,
                shortcut,
                activation.map(value -> activation(value, classes)).orElse(null));
    }

    private static Activation activation(Value value, int classes) {
        if (bind(value, classes) instanceof Activation activation) {
            return activation;
        }
        throw value.wrong("an activation, for instance relu");
    }

    private static Dense dense(Section section, int classes) {
        Value units = section.get("units");
        boolean all = units.isText() && units.text().equals("classes");
        return new Dense(
                all ? classes : units.integer(),
                section.flag("bias", true),
                init(section),
                section.number("bias_init", 0));
    }

    private static Initializer init(Section section) {
        return section.find("init").map(InitializerCatalog::bind).orElse(Initializer.HE_NORMAL);
    }
}
