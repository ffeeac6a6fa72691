package io.augstream.train;

import io.augstream.nn.Network;
import io.augstream.train.safetensors.Tensor;
import java.util.List;

/** A copy of all that a network has learnt: its parameters and running statistics. At first it is empty: all 0. */
final class Snapshot {
    private final List<Tensor> live;
    private final List<Tensor> kept;

    /** @param name goes before the names of its {@link #state()} */
    Snapshot(Network network, String name) {
        live = NetworkTensors.of(network);
        kept = NetworkTensors.zeros(live, name);
    }

    void take() {
        NetworkTensors.copy(live, kept);
    }

    /** Gives the network what was taken last. */
    void restore() {
        NetworkTensors.copy(kept, live);
    }

    List<Tensor> state() {
        return kept;
    }
}
