package io.augstream.train;

import io.augstream.nn.Network;
import io.augstream.train.safetensors.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@link WeightAverage} at work in one training. It changes places with the network's own weights while those that count
 * are wanted; without settings there is no average, and the network's own count.
 */
final class AveragedWeights {
    static final String PREFIX = "ema.";

    private final Optional<WeightAverage> settings;
    private final List<Tensor> network;
    private final List<Tensor> average;
    private boolean swapped;

    AveragedWeights(Optional<WeightAverage> settings, Network network) {
        this.settings = settings;
        this.network = NetworkTensors.of(network);
        average = settings.isEmpty() ? List.of() : NetworkTensors.zeros(this.network, PREFIX);
    }

    /** Begins with the weights as they are. */
    void begin() {
        NetworkTensors.copy(network, average);
    }

    /** @param number of the step that has just moved the weights, from 0 over the whole training */
    void update(long number) {
        double decay = settings.isEmpty() ? 0 : settings.get().decayAt(number);
        for (int i = 0; i < average.size(); i++) {
            blend(average.get(i).floats(), network.get(i).floats(), (float) decay, (float) (1 - decay));
        }
    }

    private static void blend(float[] average, float[] weights, float kept, float taken) {
        for (int i = 0; i < average.length; i++) {
            average[i] = kept * average[i] + taken * weights[i];
        }
    }

    /** Puts the average into the network and the network's weights where the average was, or back. */
    void swap() {
        for (int i = 0; i < average.size(); i++) {
            swap(average.get(i).floats(), network.get(i).floats());
        }
        swapped = !swapped;
    }

    private static void swap(float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            float kept = a[i];
            a[i] = b[i];
            b[i] = kept;
        }
    }

    /** The network's tensors as they are trained, and the averages, wherever either lies now. */
    List<Tensor> state() {
        boolean exchanged = swapped && !average.isEmpty();
        List<Tensor> state = new ArrayList<>();
        for (int i = 0; i < network.size(); i++) {
            state.add(exchanged ? named(average.get(i), network.get(i).name()) : network.get(i));
        }
        for (int i = 0; i < average.size(); i++) {
            state.add(exchanged ? named(network.get(i), average.get(i).name()) : average.get(i));
        }
        return state;
    }

    private static Tensor named(Tensor tensor, String name) {
        return new Tensor(name, tensor.shape(), tensor.values());
    }
}
