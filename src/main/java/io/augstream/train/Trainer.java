package io.augstream.train;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.nn.Network;
import io.augstream.nn.ParameterKind;
import io.augstream.train.health.Cause;
import io.augstream.train.health.Diagnosis;
import io.augstream.train.health.Failure;
import io.augstream.train.health.HealthLog;
import io.augstream.train.health.HealthMonitor;
import io.augstream.train.health.Judge;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network on the batches of a source. The same network, settings, seed and batches give the same bits. Use one
 * trainer a training, on one thread; {@link #stop()} alone may be called from others.
 */
public final class Trainer {
    private static final double NANOS = 1e9;

    private final Network network;
    private final TrainSettings settings;
    private final TrainingStep step;
    private final TrainingState state;
    private final Snapshot lastGood;
    private Position kept = Position.START;
    private @Nullable Failure failure;
    private volatile boolean stopping;

    /**
     * @param network changed by the training
     * @param seed decides what dropout drops
     * @throws IllegalArgumentException if batches of one shall train a batch norm
     */
    public Trainer(Network network, TrainSettings settings, long seed) {
        boolean normalises =
                network.parameters().stream().anyMatch(parameter -> parameter.kind() == ParameterKind.NORM);
        if (settings.batch() == 1 && normalises) {
            throw new IllegalArgumentException(
                    "batch must be at least 2 for a network with batch norm: one image has no batch statistics");
        }
        this.network = network;
        this.settings = settings;
        step = new TrainingStep(network, settings, seed);
        state = new TrainingState(network, settings, seed, step.optimizer(), step.health());
        lastGood = new Snapshot(network, "");
    }

    /** Without a validation split, and so without early stopping; see {@link #train(BatchSource, BatchSource, TrainingListener)}. */
    public TrainingOutcome train(BatchSource training, TrainingListener listener) {
        return run(training, null, listener);
    }

    /**
     * Trains for all epochs of the settings, or until early stopping or {@link #stop()} ends it. The network then has the
     * weights of its last step, or their average where the settings ask for one, or those of its best epoch where early
     * stopping restores them; after {@link #stop()} always those of its last step.
     *
     * @param validation scored after every epoch, and all that decisions look at; clean images, and none of the test split
     * @throws TrainingException if the loss or a gradient becomes infinite or no number; the network then has the weights
     *     that it had at the end of the last whole epoch, or where this training began or was resumed
     */
    public TrainingOutcome train(BatchSource training, BatchSource validation, TrainingListener listener) {
        return run(training, validation, listener);
    }

    /**
     * Goes back to where a checkpoint was taken: the training then goes on to the bits that it would have come to, in the
     * middle of an epoch too. To be called before the training.
     *
     * @throws CheckpointException if the checkpoint is of another network, other settings or another seed; nothing has
     *     changed then
     */
    public void resume(Checkpoint checkpoint) {
        state.restore(checkpoint);
    }

    /**
     * All that the training goes on from, as it is now: before the training, or when a listener is told of something. Its
     * numbers are the training's own, so it is to be written at once.
     */
    public Checkpoint checkpoint() {
        return state.checkpoint();
    }

    /** How far the training has come: before it, or when a listener is told of something. */
    public Position position() {
        return new Position(state.progress().epoch(), state.progress().step());
    }

    /** What was seen of the layers so far; nothing where the settings ask for no look. */
    public Optional<HealthLog> health() {
        return Optional.ofNullable(step.health()).map(HealthMonitor::log);
    }

    /**
     * What {@link #health} says so far, and after the training; after a {@link TrainingException} too. Nothing where the
     * settings ask for no look.
     */
    public Optional<Diagnosis> diagnosis() {
        double decay = settings.weightDecay().rateFor(ParameterKind.WEIGHT);
        return health().map(log -> Judge.diagnose(log, decay, failure));
    }

    /** The epochs that are done, those of a resumed training's first part too. */
    public List<EpochReport> epochs() {
        return state.history().reports();
    }

    /**
     * Asks the training to end after the step that it is at, or in the middle of a scoring; it does not begin another one.
     * May be called from any thread, a listener's or a signal's, and before the training too.
     */
    public void stop() {
        stopping = true;
    }

    private TrainingOutcome run(BatchSource training, @Nullable BatchSource validation, TrainingListener listener) {
        if (validation == null) {
            state.requireNoDecisions();
        }
        state.begin(training.size());
        state.average().swap();
        keep();
        state.average().swap();
        listener.trainingBegins();
        while (!state.isDone() && !stopping) {
            boolean ended = trainToEndOfEpoch(training, listener);
            if (!step.hasFiniteGradients()) {
                throw failure(step.gradientFault());
            }
            if (ended) {
                endEpoch(validation, listener);
            }
        }
        StopReason reason = reason();
        listener.trainingEnded(reason);
        if (reason != StopReason.REQUESTED) {
            state.average().swap();
            state.stopper().finish();
        }
        List<EpochReport> reports = state.history().reports();
        return new TrainingOutcome(reports, reason, state.stopper().bestEpoch(reports.size() - 1));
    }

    private StopReason reason() {
        if (!state.isDone()) {
            return StopReason.REQUESTED;
        }
        return state.stopper().isSpent() ? StopReason.NO_IMPROVEMENT : StopReason.ALL_EPOCHS;
    }

    /** Takes the steps that are left of the epoch; false if it was stopped before. */
    private boolean trainToEndOfEpoch(BatchSource training, TrainingListener listener) {
        Progress progress = state.progress();
        long start = System.nanoTime();
        try (BatchSource.Epoch batches = training.epoch(progress.epoch(), progress.step())) {
            while (!stopping) {
                long asked = System.nanoTime();
                Batch batch = batches.next();
                if (batch == null) {
                    return true;
                }
                listener.stepEnded(take(batch, secondsSince(asked)));
            }
            return false;
        } finally {
            progress.spend(secondsSince(start));
        }
    }

    private StepReport take(Batch batch, double waited) {
        Progress progress = state.progress();
        double rate = state.learningRate();
        int epoch = progress.epoch();
        int number = progress.step();
        if (!step.take(batch, progress.allSteps(), rate)) {
            throw failure(step.fault(batch, progress.allSteps()));
        }
        state.average().update(progress.allSteps());
        progress.add(batch, step.loss(), step.correct(), rate, waited);
        double accuracy = (double) step.correct() / batch.size();
        return new StepReport(epoch, number, batch.size(), step.loss(), accuracy, rate, waited);
    }

    private TrainingException failure(TrainingStep.Fault fault) {
        failure = new Failure(fault.layer(), state.progress().allSteps() - fault.stepsAgo(), fault.what());
        lastGood.restore();
        Progress progress = state.progress();
        int epoch = progress.epoch();
        int number = progress.step() - fault.stepsAgo();
        String reason = fault.what() + " in epoch " + (epoch + 1) + ", step " + (number + 1) + ": " + fault.where();
        String then = "; the network has its weights from " + kept.words() + " back"
                + (fault.isOfImages()
                        ? ""
                        : hint(diagnosis().map(Diagnosis::cause).orElse(Cause.UNKNOWN)));
        return new TrainingException(reason, then, fault.layer(), fault.isOfImages(), epoch, number);
    }

    private String hint(Cause cause) {
        return cause == Cause.LARGE_STEPS || cause == Cause.UNKNOWN
                ? ", and a smaller learning_rate than " + settings.learningRate() + " may help"
                : "; likely " + cause.words();
    }

    private void keep() {
        lastGood.take();
        kept = position();
    }

    /** Scores the weights that count, and decides; does nothing where it is stopped meanwhile. */
    private void endEpoch(@Nullable BatchSource validation, TrainingListener listener) {
        state.average().swap();
        Optional<Score> score = validation == null
                ? Optional.empty()
                : Scorer.scoreUnless(
                        () -> stopping, network, validation, settings.loss().forScoring());
        if (validation == null || score.isPresent()) {
            EpochReport report = state.endEpoch(score.orElse(null));
            keep();
            listener.epochEnded(report);
        }
        state.average().swap();
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / NANOS;
    }
}
