package io.augstream.lab;

import io.augstream.run.ConfusionMatrix;
import io.augstream.train.Score;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One training of one arm with one seed.
 *
 * @param epochs in order, at least one; fewer than planned where early stopping ended the run. Where its numbers ended, epoch 0
 *     alone, of its first weights
 * @param seconds wall-clock time, training and scoring
 * @param confusion of the test images, by the weights that the figures are of; absent where it was not kept
 * @param chosen the epoch, from 1, that the validation split found best and whose weights early stopping put back; absent
 *     where the run ended with those of its last epoch
 * @param health what was seen of its layers; nothing where nobody looked
 * @param ended why and where, if its loss or a gradient became infinite or no number; its figures are then of its first weights
 * @param measurements what is no score, of the network whose weights the figures are of
 */
public record RunResult(
        long seed,
        List<EpochScores> epochs,
        double seconds,
        @Nullable ConfusionMatrix confusion,
        OptionalInt chosen,
        Optional<RunHealth> health,
        Optional<String> ended,
        Measurements measurements) {
    public RunResult {
        epochs = List.copyOf(epochs);
        int counts = chosen.orElse(epochs.size());
        if (counts < 1 || counts > epochs.size() || !epochs.get(counts - 1).isScored()) {
            throw new IllegalArgumentException("a run has an epoch whose figures count, and it is scored");
        }
    }

    /** One whose last epoch counts. */
    public RunResult(long seed, List<EpochScores> epochs, double seconds, @Nullable ConfusionMatrix confusion) {
        this(
                seed,
                epochs,
                seconds,
                confusion,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Measurements.NONE);
    }

    /** Without a confusion matrix. */
    public RunResult(long seed, List<EpochScores> epochs, double seconds) {
        this(seed, epochs, seconds, null);
    }

    /** The headline figures: those of the last epoch, or of the one that validation chose; the test split has no say. */
    public EpochScores figures() {
        return epochs.get(chosen.orElse(epochs.size()) - 1);
    }

    public Map<Metric, Double> measured() {
        return measurements.values();
    }

    /** Why the metric cannot be told; empty where it can, or nobody asked. */
    Optional<String> untold(Metric metric) {
        return Optional.ofNullable(measurements.untold().get(metric));
    }

    /** @throws IllegalArgumentException if the metric is none that was measured */
    double measured(Metric metric) {
        Double value = measured().get(metric);
        if (value == null) {
            throw new IllegalArgumentException(metric.id() + " was not measured of the run with the seed " + seed);
        }
        return value;
    }

    public Score train() {
        return Objects.requireNonNull(figures().train());
    }

    public Score test() {
        return Objects.requireNonNull(figures().test());
    }

    /** Train minus test accuracy, in [−1, 1]. */
    public double gap() {
        return train().accuracy() - test().accuracy();
    }

    /** Test minus train cross-entropy, so that it grows with overfitting as {@link #gap} does. */
    public double lossGap() {
        return test().loss() - train().loss();
    }
}
