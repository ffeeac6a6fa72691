package io.augstream.lab;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A figure of a run that arms are compared by. */
public enum Metric {
    TRAIN_LOSS(run -> run.train().loss()),
    TEST_LOSS(run -> run.test().loss()),
    TRAIN_ACCURACY(run -> run.train().accuracy()),
    /** The primary metric: verdicts rest on it first. */
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

    /** As in report.json: {@code test_accuracy}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
