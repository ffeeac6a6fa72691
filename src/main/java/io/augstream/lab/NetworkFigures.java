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
    Map<Metric, Double> measured(Network network, Trainer trainer, List<EpochScores> epochs) {
        WeightFigures weights = WeightFigures.of(network.parameters());
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        measured.put(Metric.WEIGHT_NORM, weights.norm());
        measured.put(Metric.NEAR_ZERO, weights.nearZero());
        measured.put(Metric.SPARSITY, weights.sparsity());
        drift.ifPresent(inputs -> measured.put(Metric.INPUT_DRIFT, inputs.mean()));
        times.ifPresent(steps -> measured.put(Metric.STEP_TIME, steps.median()));
        if (asked.contains(Metric.HIDDEN_RANK)) {
            measured.put(Metric.HIDDEN_RANK, rank(network));
        }
        asked.stream().filter(Metric::isOfHealth).forEach(metric -> measured.put(metric, seen(metric, trainer)));
        asked.stream().filter(Metric::isOfLayers).forEach(metric -> measured.put(metric, traced(metric, epochs)));
        return measured;
    }

    private double rank(Network network) {
        try {
            return HiddenRank.of(network, data.probe());
        } catch (IllegalArgumentException e) {
            throw untold(Metric.HIDDEN_RANK, e);
        }
    }

    private static double traced(Metric metric, List<EpochScores> epochs) {
        try {
            LayerTrace trace = new LayerTrace(epochs);
            return switch (metric) {
                case SATURATED_LOWEST -> trace.saturatedLowest();
                case SATURATED_HIGHEST -> trace.saturatedHighest();
                case UNIT_SHIFT -> trace.unitShift();
                case UNIT_STRETCH -> trace.unitStretch();
                default -> throw new IllegalStateException(metric + " is none that epochs tell of layers");
            };
        } catch (IllegalArgumentException e) {
            throw untold(metric, e);
        }
    }

    private static double seen(Metric metric, Trainer trainer) {
        if (metric == Metric.UNHEALTHY) {
            return trainer.diagnosis().orElseThrow().verdict().isUnhealthy() ? 1 : 0;
        }
        try {
            DepthFigures figures = new DepthFigures(trainer.health().orElseThrow());
            return switch (metric) {
                case FIRST_LOSS -> figures.firstLoss();
                case FORWARD_GAIN -> figures.forwardGain();
                case BACKWARD_GAIN -> figures.backwardGain();
                case MOVEMENT -> figures.movement();
                case WEIGHTS_LEFT -> figures.weightsLeft();
                default -> throw new IllegalStateException(metric + " is none that a log of steps tells");
            };
        } catch (IllegalArgumentException e) {
            throw untold(metric, e);
        }
    }

    private static ExperimentException untold(Metric metric, IllegalArgumentException why) {
        return new ExperimentException(
                "'" + metric.id() + "', which a claim asks for, cannot be told: " + why.getMessage(), why);
    }
}
