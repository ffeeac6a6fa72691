package io.augstream.lab;

import io.augstream.run.ConfusionMatrix;
import io.augstream.train.Score;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One training of one arm with one seed.
 *
 * @param epochs in order, at least one
 * @param seconds wall-clock time, training and scoring
 * @param confusion of the test images after the last epoch; absent where it was not kept
 */
public record RunResult(long seed, List<EpochScores> epochs, double seconds, @Nullable ConfusionMatrix confusion) {
    public RunResult {
        epochs = List.copyOf(epochs);
        if (epochs.isEmpty() || epochs.get(epochs.size() - 1).train() == null) {
            throw new IllegalArgumentException("a run ends with an epoch whose training images are scored");
        }
    }

    /** Without a confusion matrix. */
    public RunResult(long seed, List<EpochScores> epochs, double seconds) {
        this(seed, epochs, seconds, null);
    }

    /** The headline figures: those of the last epoch, which no split has chosen. */
    public EpochScores last() {
        return epochs.get(epochs.size() - 1);
    }

    public Score train() {
        return Objects.requireNonNull(last().train());
    }

    public Score test() {
        return last().test();
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
