package io.augstream.lab;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A figure of a run that arms are compared by. */
public enum Metric {
    TRAIN_LOSS(run -> run.train().loss()),
    TEST_LOSS(run -> run.test().loss()),
    TRAIN_ACCURACY(run -> run.train().accuracy()),
    /** The primary metric, on which verdicts rest first, where a file names no other. */
    TEST_ACCURACY(run -> run.test().accuracy()),
    GAP(RunResult::gap),
    LOSS_GAP(RunResult::lossGap);

    private final transient ToDoubleFunction<RunResult> figure;

    Metric(ToDoubleFunction<RunResult> figure) {
        this.figure = figure;
    }

    public double of(RunResult run) {
        return figure.applyAsDouble(run);
    }

    /** Of accuracies more is better, of losses and gaps less. */
    public boolean isLessBetter() {
        return this != TRAIN_ACCURACY && this != TEST_ACCURACY;
    }

    /** Whether it lies in [−1, 1], as accuracies and their differences do; losses are nats and have no upper end. */
    public boolean isShare() {
        return this == TRAIN_ACCURACY || this == TEST_ACCURACY || this == GAP;
    }

    /** Within a sentence: {@code test accuracy}, {@code the gap}. */
    public String words() {
        String words = id().replace('_', ' ');
        return this == GAP || this == LOSS_GAP ? "the " + words : words;
    }

    /** As in report.json: {@code test_accuracy}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
