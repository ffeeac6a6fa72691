package io.augstream.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Layers one after the other, each taking what the one before gives; possibly none. */
final class Sequence {
    private final List<? extends LayerSpec> specs;
    private final Shape input;
    private final String name;
    private final List<Layer> layers;
    /** Below it nothing is trained, so no gradient is needed there. */
    private final int firstTrained;

    /** Looks at the backward pass too of a training pass that it looked at. */
    private @Nullable LayerProbe watching;

    private Sequence(List<? extends LayerSpec> specs, Shape input, String name, List<Layer> layers) {
        this.specs = specs;
        this.input = input;
        this.name = name;
        this.layers = layers;
        int first = 0;
        while (first < layers.size() && layers.get(first).parameters().isEmpty()) {
            first++;
        }
        firstTrained = first;
    }

    /**
     * @param scope of the whole, whose name goes before the layers' own; none for a network
     * @throws IllegalArgumentException if a layer cannot take what comes out of the one before; the message names it
     */
    static Sequence build(List<? extends LayerSpec> specs, Shape input, LayerScope scope) {
        List<Layer> layers = new ArrayList<>();
        Shape shape = input;
        for (LayerSpec spec : specs) {
            String name = layers.size() + "." + spec.kind();
            try {
                requireArrays(spec, shape);
                layers.add(Layers.build(spec, shape, scope.within(name)));
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw wrong(name, e);
            }
            shape = layers.get(layers.size() - 1).output;
        }
        return new Sequence(specs, input, scope.name(), Fusion.of(layers));
    }

    /** The shape that comes out of such layers, with the errors of {@link #build}. */
    static Shape output(List<? extends LayerSpec> specs, Shape input) {
        Shape shape = input;
        for (int i = 0; i < specs.size(); i++) {
            try {
                shape = specs.get(i).output(shape);
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw wrong(i + "." + specs.get(i).kind(), e);
            }
        }
        return shape;
    }

    /** @throws IllegalArgumentException if an array cannot hold what comes out of the layer, or its numbers of one kind */
    private static void requireArrays(LayerSpec spec, Shape input) {
        spec.output(input).size();
        for (ParameterKind kind : ParameterKind.values()) {
            long count = spec.parameters(kind, input);
            if (count > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "has %,d %s, and an array holds at most %,d",
                        count,
                        kind == ParameterKind.WEIGHT ? "weights" : "parameters",
                        Integer.MAX_VALUE));
            }
        }
    }

    private static IllegalArgumentException wrong(String name, RuntimeException cause) {
        String why = cause instanceof ArithmeticException
                ? String.format(Locale.ROOT, "is too large to count, and an array holds at most %,d", Integer.MAX_VALUE)
                : cause.getMessage();
        return new IllegalArgumentException("layer " + name + ": " + why, cause);
    }

    @Nullable Layer first() {
        return layers.isEmpty() ? null : layers.get(0);
    }

    @Nullable Layer last() {
        return layers.isEmpty() ? null : layers.get(layers.size() - 1);
    }

    /** @return the last layer's output, or {@code x} where there is no layer */
    float[] forward(float[] x, int batch, Pass pass) {
        watching = pass.training() ? pass.probe() : null;
        float[] values = x;
        float[] seen = x;
        for (Layer layer : layers) {
            values = layer.forward(values, batch, pass);
            if (pass.probe() != null) {
                float[] shown = layer.shown(values, batch);
                pass.probe().look(layer, seen, shown, batch);
                seen = shown;
            }
        }
        return values;
    }

    /** As {@link Layer#backward}; {@code g} itself where there is no layer. */
    float[] backward(float[] g, int batch, boolean wanted) {
        float[] gradient = g;
        int lowest = wanted ? 0 : firstTrained;
        for (int i = layers.size() - 1; i >= lowest; i--) {
            boolean needed = wanted || i > lowest;
            gradient = layers.get(i).backward(gradient, batch, needed);
            if (watching != null && needed) {
                watching.lookBack(layers.get(i), gradient, batch);
            }
        }
        return gradient;
    }

    /** What each of the specs takes; one whose work another layer has taken over holds nothing. */
    List<LayerPlan> plan(PlannedBatch batch, boolean wanted) {
        List<LayerPlan> plans = new ArrayList<>();
        Shape shape = input;
        for (int i = 0; i < specs.size(); i++) {
            String place =
                    (name.isEmpty() ? "" : name + ".") + i + "." + specs.get(i).kind();
            Layer layer = null;
            boolean below = wanted;
            for (int j = 0; j < layers.size(); j++) {
                if (layers.get(j).name.equals(place)) {
                    layer = layers.get(j);
                    below = wanted || j > firstTrained;
                }
            }
            plans.add(LayerPlan.of(place, specs.get(i), shape, layer, batch, below));
            shape = specs.get(i).output(shape);
        }
        return plans;
    }

    List<Parameter> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    List<RunningStatistic> statistics() {
        return layers.stream().flatMap(layer -> layer.statistics().stream()).toList();
    }
}
