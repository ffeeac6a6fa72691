package io.augstream.lab;

import io.augstream.nn.Network;
import io.augstream.train.EpochReport;
import io.augstream.train.StepReport;
import io.augstream.train.TrainingListener;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is measured of a network and its training, beside its scores. It changes no bit of the training. */
final class NetworkFigures implements TrainingListener {
    private final Network network;
    private final Optional<InputDrift> drift;
    private final Optional<StepTimes> times;

    /** @param asked the metrics that somebody wants; the figures of the weights cost next to nothing and are always taken */
    NetworkFigures(Network network, SeedData data, Set<Metric> asked) {
        this.network = network;
        this.drift = asked.contains(Metric.INPUT_DRIFT) ? Optional.of(new InputDrift(data.probe())) : Optional.empty();
        this.times = asked.contains(Metric.STEP_TIME)
                ? Optional.of(new StepTimes(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime))
                : Optional.empty();
    }

    @Override
    public void stepEnded(StepReport report) {
        times.ifPresent(steps -> steps.stepEnded(report));
    }

    @Override
    public void epochEnded(EpochReport report) {
        times.ifPresent(steps -> steps.epochEnded(report));
        drift.ifPresent(inputs -> inputs.look(network));
    }

    /** Of the weights as they are now, and of the epochs that have ended. */
    Map<Metric, Double> measured() {
        WeightFigures weights = WeightFigures.of(network.parameters());
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        measured.put(Metric.WEIGHT_NORM, weights.norm());
        measured.put(Metric.NEAR_ZERO, weights.nearZero());
        measured.put(Metric.SPARSITY, weights.sparsity());
        drift.ifPresent(inputs -> measured.put(Metric.INPUT_DRIFT, inputs.mean()));
        times.ifPresent(steps -> measured.put(Metric.STEP_TIME, steps.median()));
        return measured;
    }
}
