package io.augstream.train;

import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.RunningStatistic;
import java.util.List;
import java.util.stream.Stream;

/** A copy of all that a network has learnt: its parameters and running statistics. */
final class Snapshot {
    private final List<float[]> live;
    private final List<float[]> kept;
    private boolean taken;

    Snapshot(Network network) {
        live = Stream.concat(
                        network.parameters().stream().map(Parameter::value),
                        network.statistics().stream().map(RunningStatistic::value))
                .toList();
        kept = live.stream().map(values -> new float[values.length]).toList();
    }

    void take() {
        copy(live, kept);
        taken = true;
    }

    /** Gives the network back what was taken last; nothing if nothing was. */
    void restore() {
        if (taken) {
            copy(kept, live);
        }
    }

    private static void copy(List<float[]> from, List<float[]> to) {
        for (int i = 0; i < from.size(); i++) {
            System.arraycopy(from.get(i), 0, to.get(i), 0, from.get(i).length);
        }
    }
}
