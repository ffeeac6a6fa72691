package io.augstream.run;

import io.augstream.dataset.Split;
import io.augstream.train.CheckpointFolder;
import io.augstream.train.EpochReport;
import io.augstream.train.Position;
import io.augstream.train.Score;
import io.augstream.train.StepReport;
import io.augstream.train.StopReason;
import io.augstream.train.Trainer;
import io.augstream.train.TrainingListener;
import io.augstream.train.TrainingOutcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a training's files while it goes, and keeps the times that the summary tells. */
final class RunProgress implements TrainingListener {
    private static final double NANOS = 1e9;

    private final Trainer trainer;
    private final Curves curves;
    private final CheckpointFolder checkpoints;
    private final RunListener listener;
    private int steps;
    private long images;
    private double seconds;
    private double waited;
    private long since = System.nanoTime();
    private volatile @Nullable Position kept;

    /** @param kept what the folder holds already; null for nothing */
    RunProgress(
            Trainer trainer,
            @Nullable Position kept,
            Curves curves,
            CheckpointFolder checkpoints,
            RunListener listener) {
        this.trainer = trainer;
        this.kept = kept;
        this.curves = curves;
        this.checkpoints = checkpoints;
        this.listener = listener;
    }

    /** What last.safetensors holds; null where there is none. Any thread may ask. */
    @Nullable Position kept() {
        return kept;
    }

    @Override
    public void trainingBegins() {
        checkpoints.trainingBegins();
        kept = trainer.position();
        since = System.nanoTime();
    }

    @Override
    public void stepEnded(StepReport step) {
        steps = step.step() + 1;
        images += step.images();
        waited += step.waited();
        long now = System.nanoTime();
        seconds += (now - since) / NANOS;
        since = now;
        listener.stepEnded(step);
    }

    /** The metrics first: a checkpoint without its row could not be gone on with, a row without its checkpoint can. */
    @Override
    public void epochEnded(EpochReport report) {
        steps = 0;
        EpochRow row = EpochRow.of(report);
        curves.add(row);
        checkpoints.epochEnded(report);
        kept = trainer.position();
        listener.epochEnded(row);
        since = System.nanoTime();
    }

    @Override
    public void trainingEnded(StopReason reason) {
        checkpoints.trainingEnded(reason);
        kept = trainer.position();
    }

    /**
     * @param scored whether the network that was scored has the weights of the best epoch, and not of the last
     * @param total seconds since the run began
     */
    RunSummary summary(TrainingOutcome outcome, boolean scored, Map<Split, Score> scores, double total) {
        int epochs = outcome.epochs().size();
        boolean validated = epochs > 0 && outcome.epochs().get(epochs - 1).validation() != null;
        int best = validated ? outcome.bestEpoch() + 1 : 0;
        return new RunSummary(
                outcome.reason(),
                epochs,
                outcome.reason() == StopReason.REQUESTED ? steps : 0,
                scored && best > 0 ? best : epochs,
                best,
                scores,
                trainer.diagnosis(),
                images,
                seconds,
                waited,
                total);
    }
}
