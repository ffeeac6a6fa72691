package io.augstream.nn;

import java.util.ArrayList;
import java.util.List;

/** Layers one after the other, each taking what the one before gives; possibly none. */
final class Sequence {
    private final List<Layer> layers;
    /** Below it nothing is trained, so no gradient is needed there. */
    private final int firstTrained;

    private Sequence(List<Layer> layers) {
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
                layers.add(Layers.build(spec, shape, scope.within(name)));
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw wrong(name, e);
            }
            shape = layers.get(layers.size() - 1).output;
        }
        return new Sequence(List.copyOf(layers));
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

    private static IllegalArgumentException wrong(String name, RuntimeException cause) {
        return new IllegalArgumentException("layer " + name + ": " + cause.getMessage(), cause);
    }

    /** @return the last layer's output, or {@code x} where there is no layer */
    float[] forward(float[] x, int batch, Pass pass) {
        float[] values = x;
        for (Layer layer : layers) {
            values = layer.forward(values, batch, pass);
        }
        return values;
    }

    /** As {@link Layer#backward}; {@code g} itself where there is no layer. */
    float[] backward(float[] g, int batch, boolean wanted) {
        float[] gradient = g;
        int lowest = wanted ? 0 : firstTrained;
        for (int i = layers.size() - 1; i >= lowest; i--) {
            gradient = layers.get(i).backward(gradient, batch, wanted || i > lowest);
        }
        return gradient;
    }

    List<Parameter> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    List<RunningStatistic> statistics() {
        return layers.stream().flatMap(layer -> layer.statistics().stream()).toList();
    }
}
