package io.augstream.train.health;

import io.augstream.nn.Network;
import io.augstream.nn.StepViewer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the hidden layers of a network: at all dense and convolution layers but the highest, whose outputs are the network's. In
 * evaluation mode, so that looking changes nothing.
 */
public final class Activations {
    /**
     * A hidden layer.
     *
     * @param place its name
     * @param saturated share of what comes out that lies at an end of a sigmoid or tanh, as {@link LayerFigures#saturated} has it
     * @param inputs what goes into the activation of its first unit, of a map its first channel, image by image; none where the
     *     activation is computed in one pass with what is before it, as a ReLU with a batch norm
     */
    public record Layer(String place, double saturated, List<Double> inputs) {
        public Layer {
            inputs = List.copyOf(inputs);
        }
    }

    private final Network network;
    private final Map<String, Seen> byOutput = new LinkedHashMap<>();
    private final Map<String, Seen> bySignal = new LinkedHashMap<>();

    public Activations(Network network) {
        this.network = network;
        List<WatchedLayer> all = WatchedLayer.of(network.specs());
        for (WatchedLayer layer : all.subList(0, Math.max(0, all.size() - 1))) {
            Seen seen = new Seen(layer);
            byOutput.put(layer.output(), seen);
            bySignal.put(layer.signal(), seen);
        }
    }

    /** @param pixels of so many images, as the network takes them */
    public void look(float[] pixels, int images) {
        float[] unused = network.evaluate(pixels, images, new StepViewer() {
            @Override
            public void output(String layer, float[] y, int rows, int features) {
                Seen signal = bySignal.get(layer);
                if (signal != null) {
                    signal.enters(y, rows, features);
                }
                Seen output = byOutput.get(layer);
                if (output != null) {
                    output.leaves(y, rows * features);
                }
            }

            @Override
            public void inputGradient(String layer, float[] g, int length) {
                throw new IllegalStateException("an evaluation has no gradient");
            }
        });
    }

    /** Of all images that were looked at, the lowest layer first. */
    public List<Layer> layers() {
        return byOutput.values().stream().map(Seen::layer).toList();
    }

    private static final class Seen {
        private final WatchedLayer layer;
        private final List<Double> inputs = new ArrayList<>();
        private long saturated;
        private long outputs;

        Seen(WatchedLayer layer) {
            this.layer = layer;
        }

        void enters(float[] y, int rows, int features) {
            for (int row = 0; row < rows; row++) {
                inputs.add((double) y[row * features]);
            }
        }

        void leaves(float[] y, int length) {
            for (int i = 0; i < length; i++) {
                saturated += layer.response().isSaturated(y[i]) ? 1 : 0;
            }
            outputs += length;
        }

        Layer layer() {
            return new Layer(layer.name(), (double) saturated / outputs, inputs);
        }
    }
}
