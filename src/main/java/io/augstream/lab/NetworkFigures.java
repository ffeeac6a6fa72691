package io.augstream.lab;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.lab.statistics.Percentiles;
import io.augstream.nn.Network;
import io.augstream.train.EpochReport;
import io.augstream.train.StepReport;
import io.augstream.train.Trainer;
import io.augstream.train.TrainingListener;
import io.augstream.train.health.Activations;
import io.augstream.train.health.DepthFigures;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What is measured of a network and its training, beside its scores. It changes no bit of the training. */
final class NetworkFigures implements TrainingListener {
    private final SeedData data;
    private final Set<Metric> asked;
    private final Optional<InputDrift> drift;
    private final Optional<StepTimes> times;

    /** @param asked the metrics that somebody wants; the figures of the weights cost next to nothing and are always taken */
    NetworkFigures(SeedData data, Set<Metric> asked) {
        this.data = data;
        this.asked = asked;
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
    }

    /**
     * To be called after each epoch.
     *
     * @return what is seen of the hidden layers; nothing where nobody asked
     */
    List<LayerLook> look(Network network) {
        drift.ifPresent(inputs -> inputs.look(network));
        return asked.stream().anyMatch(Metric::isOfLayers) ? activations(network) : List.of();
    }

    private List<LayerLook> activations(Network network) {
        Activations activations = new Activations(network);
        try (BatchSource.Epoch epoch = data.probe().epoch(0)) {
            for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
                activations.look(batch.pixels(), batch.size());
            }
        }
        return activations.layers().stream()
                .map(layer -> new LayerLook(layer.place(), layer.saturated(), Percentiles.of(layer.inputs())))
                .toList();
    }

    /**
     * Of the weights as they are now, and of the epochs that have ended.
     *
     * @param trainer whose looks those metrics are of that are of health
     * @param epochs those that ended
     */
    Measurements measured(Network network, Trainer trainer, List<EpochScores> epochs) {
        WeightFigures weights = WeightFigures.of(network.parameters());
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        Map<Metric, String> untold = new EnumMap<>(Metric.class);
        values.put(Metric.WEIGHT_NORM, weights.norm());
        values.put(Metric.NEAR_ZERO, weights.nearZero());
        values.put(Metric.SPARSITY, weights.sparsity());
        drift.ifPresent(inputs -> values.put(Metric.INPUT_DRIFT, inputs.mean()));
        times.ifPresent(steps -> values.put(Metric.STEP_TIME, steps.median()));
        asked.forEach(metric -> {
            try {
                told(metric, network, trainer, epochs).ifPresent(value -> values.put(metric, value));
            } catch (IllegalArgumentException e) {
                untold.put(metric, String.valueOf(e.getMessage()));
            }
        });
        return new Measurements(values, untold);
    }

    /** Nothing where the metric is of another kind. */
    private OptionalDouble told(Metric metric, Network network, Trainer trainer, List<EpochScores> epochs) {
        if (metric == Metric.HIDDEN_RANK) {
            return OptionalDouble.of(HiddenRank.of(network, data.probe()));
        }
        if (metric.isOfHealth()) {
            return OptionalDouble.of(seen(metric, trainer));
        }
        return metric.isOfLayers() ? OptionalDouble.of(traced(metric, new LayerTrace(epochs))) : OptionalDouble.empty();
    }

    private static double traced(Metric metric, LayerTrace trace) {
        return switch (metric) {
            case SATURATED_LOWEST -> trace.saturatedLowest();
            case SATURATED_HIGHEST -> trace.saturatedHighest();
            case UNIT_SHIFT -> trace.unitShift();
            case UNIT_STRETCH -> trace.unitStretch();
            default -> throw new IllegalStateException(metric + " is none that epochs tell of layers");
        };
    }

    private static double seen(Metric metric, Trainer trainer) {
        if (metric == Metric.UNHEALTHY) {
            return trainer.diagnosis().orElseThrow().verdict().isUnhealthy() ? 1 : 0;
        }
        DepthFigures figures = new DepthFigures(trainer.health().orElseThrow());
        return switch (metric) {
            case FIRST_LOSS -> figures.firstLoss();
            case FORWARD_GAIN -> figures.forwardGain();
            case BACKWARD_GAIN -> figures.backwardGain();
            case MOVEMENT -> figures.movement();
            case WEIGHTS_LEFT -> figures.weightsLeft();
            default -> throw new IllegalStateException(metric + " is none that a log of steps tells");
        };
    }
}
