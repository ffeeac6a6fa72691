package io.augstream.train;

import io.augstream.nn.Network;
import io.augstream.train.health.HealthMonitor;
import io.augstream.train.safetensors.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the next step of a training depends on but its batch, and what the training has come to. */
final class TrainingState {
    private final Network network;
    private final TrainSettings settings;
    private final long seed;
    private final Optimizer optimizer;
    private final Progress progress = new Progress();
    private final History history = new History();
    private final Stopper stopper;
    private final AveragedWeights average;
    private final @Nullable RateReduction reduction;
    private final @Nullable HealthMonitor health;
    private String source = "the checkpoint";

    TrainingState(
            Network network, TrainSettings settings, long seed, Optimizer optimizer, @Nullable HealthMonitor health) {
        this.network = network;
        this.settings = settings;
        this.seed = seed;
        this.optimizer = optimizer;
        this.health = health;
        stopper = new Stopper(settings.earlyStopping().orElse(EarlyStopping.NEVER), network);
        average = new AveragedWeights(settings.ema(), network);
        reduction = settings.schedule() instanceof Plateau plateau ? new RateReduction(plateau) : null;
    }

    Progress progress() {
        return progress;
    }

    History history() {
        return history;
    }

    Stopper stopper() {
        return stopper;
    }

    AveragedWeights average() {
        return average;
    }

    /** Of the next step. */
    double learningRate() {
        return settings.rateAt(progress.epochsDone()) * (reduction == null ? 1 : reduction.factor());
    }

    /** @throws IllegalArgumentException if there are decisions to be made, which need a validation split */
    void requireNoDecisions() {
        if (settings.earlyStopping().isPresent() || reduction != null) {
            throw new IllegalArgumentException((reduction == null ? "early_stopping" : "schedule plateau")
                    + " needs a validation split to monitor, and there is none");
        }
    }

    /** @param images an epoch */
    void begin(int images) {
        progress.begin(images, source);
        if (progress.allSteps() == 0) {
            average.begin();
        }
    }

    /** Closes the epoch, and decides; the network has the weights that were scored. */
    EpochReport endEpoch(@Nullable Score validation) {
        boolean best = validation == null || stopper.takes(progress.epoch(), validation);
        if (validation != null && reduction != null) {
            reduction.take(validation);
        }
        EpochReport report = progress.report(validation, best);
        history.add(report);
        progress.beginNextEpoch();
        return report;
    }

    /** Whether there is nothing left to train. */
    boolean isDone() {
        return progress.epoch() >= settings.epochs() || stopper.isSpent();
    }

    Checkpoint checkpoint() {
        List<Tensor> tensors = live();
        tensors.add(history.table());
        if (health != null) {
            tensors.add(health.log().table());
        }
        return Checkpoint.of(network, settings, seed, tensors);
    }

    /** @throws CheckpointException if it is of another training; nothing has changed then */
    void restore(Checkpoint checkpoint) {
        checkpoint.requireTraining(network, settings, seed);
        List<Tensor> live = live();
        List<Tensor> found = checkpoint.found(live);
        Tensor table = checkpoint.history();
        Tensor looks = health == null ? null : checkpoint.looks(health.log());
        requireSound(checkpoint, found);
        NetworkTensors.copy(found, live);
        history.restore(table);
        if (health != null && looks != null) {
            health.log().restore(looks);
        }
        progress.resumed();
        source = checkpoint.source();
    }

    /** @throws CheckpointException if no training can have come to these numbers */
    private void requireSound(Checkpoint checkpoint, List<Tensor> found) {
        long steps = checkpoint.steps();
        for (Tensor tensor : found) {
            if (tensor.name().equals(Adam.STEPS)) {
                checkpoint.requireCounts(tensor, steps, steps);
            } else if (tensor.values() instanceof long[] && tensor.name().startsWith(HealthMonitor.PREFIX)) {
                checkpoint.requireCounts(tensor, 0, Long.MAX_VALUE);
            } else if (tensor.values() instanceof long[] && !tensor.name().startsWith(Progress.PREFIX)) {
                // Of epochs or steps, those of a cooldown to come among them; -1 where there is no best epoch yet.
                checkpoint.requireCounts(tensor, -1, Math.max(steps, reduction == null ? 0 : reduction.cooldown()));
            } else if (tensor.values() instanceof float[] && !tensor.name().startsWith(OptimizerState.PREFIX)) {
                checkpoint.requireFinite(tensor);
            }
        }
    }

    /** The arrays themselves, so that writing them and reading into them cannot disagree. */
    private List<Tensor> live() {
        List<Tensor> live = new ArrayList<>(average.state());
        live.addAll(optimizer.state());
        live.addAll(progress.state());
        live.addAll(stopper.state());
        live.addAll(reduction == null ? List.of() : reduction.state());
        live.addAll(health == null ? List.of() : health.state());
        return live;
    }
}
