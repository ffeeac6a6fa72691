package io.augstream.lab;

import io.augstream.dataset.BatchSource;
import io.augstream.nn.Kernels;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.Shape;
import io.augstream.run.ConfusionMatrix;
import io.augstream.stream.Pace;
import io.augstream.stream.StreamRuntime;
import io.augstream.train.EarlyStopping;
import io.augstream.train.TrainSettings;
import io.augstream.train.Trainer;
import io.augstream.train.TrainingException;
import io.augstream.train.TrainingListener;
import io.augstream.train.TrainingOutcome;
import io.augstream.train.health.Beginning;
import io.augstream.train.health.HealthMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one arm is trained with one seed. All that decides the result is shared with the other arms of the seed, but for what the
 * arm changes: first weights (of layers of the same place and shape), images, order, dropout and normalisation.
 *
 * @param layers the arm's network
 * @param input the images' shape
 * @param scoreEvery every so many epochs are scored, and the last
 * @param asked metrics that somebody wants; what takes time and is not among them is left out
 * @param tasks images are augmented in so many tasks at a time
 */
record ArmRun(Arm arm, List<LayerSpec> layers, Shape input, int scoreEvery, Set<Metric> asked, int tasks) {
    private static final double NANOS = 1e9;

    /** As many as a page has room for. */
    private static final int MOST_LOOKS = 32;

    /** Whether a run may be stopped and gone on with; a figure that is of all its steps or epochs is in no checkpoint. */
    boolean canGoOn() {
        return !asked.contains(Metric.INPUT_DRIFT) && !asked.contains(Metric.STEP_TIME);
    }

    /**
     * @param from where the run has come to, to the bits of one that began here; null to begin
     * @param listener told after every epoch, on this thread; it may throw to end the run
     */
    RunResult train(SeedData data, StreamRuntime runtime, @Nullable BegunRun from, Consumer<BegunRun> listener) {
        long start = System.nanoTime();
        double before = from == null ? 0 : from.seconds();
        TrainSettings train = arm.training().train();
        boolean mayStop = train.earlyStopping().isPresent();
        List<EpochScores> epochs = new ArrayList<>(from == null ? List.of() : from.epochs());
        try (Network network = network(data)) {
            Trainer trainer = new Trainer(network, train, data.seed());
            if (from != null) {
                trainer.resume(from.checkpoint());
            }
            NetworkFigures figures = new NetworkFigures(data, asked);
            ConfusionMatrix confusion = new ConfusionMatrix(network.output().size());
            TrainingListener scoring = report -> {
                int epoch = report.epoch() + 1;
                List<LayerLook> looks = figures.look(network);
                if (epoch == train.epochs() && !mayStop) {
                    epochs.add(data.score(network, epoch, confusion::add).with(looks));
                } else {
                    EpochScores scores = epoch % scoreEvery == 0 ? data.score(network, epoch) : EpochScores.none(epoch);
                    // A loss that is infinite on the way is no point of a curve, and nothing that can be kept.
                    epochs.add((scores.isFinite() ? scores : EpochScores.none(epoch)).with(looks));
                }
                listener.accept(new BegunRun(data.seed(), trainer.checkpoint(), epochs, before + secondsSince(start)));
            };
            try {
                OptionalInt chosen = chosen(train, train(trainer, data, runtime, scoring.and(figures)));
                if (mayStop) {
                    // Which epoch counts shows only now; the network has its weights.
                    int counts = chosen.orElse(epochs.size());
                    List<LayerLook> looks = epochs.get(counts - 1).layers();
                    epochs.set(
                            counts - 1,
                            data.score(network, counts, confusion::add).with(looks));
                }
                EpochScores counting = epochs.get(chosen.orElse(epochs.size()) - 1);
                if (!counting.isFinite()) {
                    RuntimeException why = new ExperimentException(
                            "the loss of the images as scored after epoch " + counting.epoch() + " is infinite or NaN");
                    return ended(
                            String.valueOf(why.getMessage()),
                            why,
                            data,
                            trainer,
                            epochs,
                            figures,
                            before + secondsSince(start));
                }
                return new RunResult(
                        data.seed(),
                        epochs,
                        before + secondsSince(start),
                        confusion,
                        chosen,
                        health(trainer),
                        Optional.empty(),
                        figures.measured(network, trainer, epochs));
            } catch (TrainingException e) {
                if (e.isOfImages()) {
                    throw e;
                }
                return ended(e.reason(), e, data, trainer, epochs, figures, before + secondsSince(start));
            }
        }
    }

    /**
     * A training whose numbers ended is worth no more than none, so its figures are those of its first weights.
     *
     * @param reason what happened, and where
     * @param epochs those that ended before
     * @param why thrown where first weights say nothing of any image either
     */
    private RunResult ended(
            String reason,
            RuntimeException why,
            SeedData data,
            Trainer trainer,
            List<EpochScores> epochs,
            NetworkFigures figures,
            double seconds) {
        try (Network first = network(data)) {
            ConfusionMatrix confusion = new ConfusionMatrix(first.output().size());
            EpochScores scores = data.score(first, 0, confusion::add);
            if (!scores.isFinite()) {
                throw why;
            }
            return new RunResult(
                    data.seed(),
                    List.of(scores),
                    seconds,
                    confusion,
                    OptionalInt.empty(),
                    health(trainer),
                    Optional.of(reason),
                    figures.measured(first, trainer, epochs));
        }
    }

    private Network network(SeedData data) {
        int threads = arm.training().train().threads().orElse(1);
        return Network.create(layers, input, data.seed(), Kernels.selected(), threads);
    }

    /** The validation split is the trainer's only where the arm decides on it: to be scored again takes time. */
    private TrainingOutcome train(Trainer trainer, SeedData data, StreamRuntime runtime, TrainingListener listener) {
        BatchSource training = batches(data, runtime);
        return arm.training().train().monitorsValidation()
                ? trainer.train(training, data.images().clean(data.images().validation()), listener)
                : trainer.train(training, listener);
    }

    private static Optional<RunHealth> health(Trainer trainer) {
        return trainer.diagnosis().flatMap(diagnosis -> trainer.health()
                .map(log -> new RunHealth(diagnosis, Beginning.of(log), HealthMap.of(log, MOST_LOOKS))));
    }

    private static OptionalInt chosen(TrainSettings train, TrainingOutcome outcome) {
        boolean restored =
                train.earlyStopping().filter(EarlyStopping::restoreBestWeights).isPresent();
        return restored ? OptionalInt.of(outcome.bestEpoch() + 1) : OptionalInt.empty();
    }

    private BatchSource batches(SeedData data, StreamRuntime runtime) {
        return data.images()
                .augmented(
                        arm.pipeline(),
                        arm.training().copies(),
                        data.seed(),
                        Pace.of(arm.training().train().batch(), tasks),
                        runtime);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / NANOS;
    }
}
