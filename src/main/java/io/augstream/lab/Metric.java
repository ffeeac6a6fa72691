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
    LOSS_GAP(RunResult::lossGap),
    /** Of all weights, as {@link WeightFigures} has them. */
    WEIGHT_NORM,
    NEAR_ZERO,
    SPARSITY,
    /** As {@link InputDrift} tells. */
    INPUT_DRIFT,
    /** As {@link io.augstream.train.health.DepthFigures} tells them. */
    FIRST_LOSS,
    FORWARD_GAIN,
    BACKWARD_GAIN,
    MOVEMENT,
    WEIGHTS_LEFT,
    /** 1 where the run's verdict is an unhealthy one, else 0. */
    UNHEALTHY,
    /** As {@link HiddenRank} tells. */
    HIDDEN_RANK,
    /** As {@link LayerTrace} tells. */
    SATURATED_LOWEST,
    SATURATED_HIGHEST,
    UNIT_SHIFT,
    UNIT_STRETCH,
    /** In milliseconds, as {@link StepTimes} measures them: of the machine, and no two times alike. */
    STEP_TIME;

    private final transient ToDoubleFunction<RunResult> figure;

    Metric(ToDoubleFunction<RunResult> figure) {
        this.figure = figure;
    }

    /** One that is measured of the network or its training, not of its answers. */
    Metric() {
        this.figure = run -> run.measured(this);
    }

    /** @throws IllegalArgumentException if it was not measured of the run */
    public double of(RunResult run) {
        return figure.applyAsDouble(run);
    }

    /** Whether it says how good a network's answers are, so that an arm can help; else claims alone may name it. */
    public boolean isScore() {
        return compareTo(LOSS_GAP) <= 0;
    }

    /** Of accuracies more is better, of losses and gaps less; nothing is better of what is no score. */
    public boolean isLessBetter() {
        return isScore() && this != TRAIN_ACCURACY && this != TEST_ACCURACY;
    }

    /** Whether it lies in [−1, 1] and is told in points, as accuracies and their differences are. */
    public boolean isShare() {
        return this == TRAIN_ACCURACY
                || this == TEST_ACCURACY
                || this == GAP
                || this == NEAR_ZERO
                || this == UNHEALTHY
                || this == SATURATED_LOWEST
                || this == SATURATED_HIGHEST;
    }

    /** Whether it is nats, which have no upper end. */
    public boolean isLoss() {
        return this == TRAIN_LOSS || this == TEST_LOSS || this == LOSS_GAP;
    }

    /** Whether it takes somebody who looks at the training's steps. */
    public boolean isOfHealth() {
        return compareTo(FIRST_LOSS) >= 0 && compareTo(UNHEALTHY) <= 0;
    }

    /** Whether it takes somebody who looks at the hidden layers after every epoch. */
    boolean isOfLayers() {
        return compareTo(SATURATED_LOWEST) >= 0 && compareTo(UNIT_STRETCH) <= 0;
    }

    /** Within a sentence: {@code test accuracy}, {@code the gap}. */
    public String words() {
        String words = id().replace('_', ' ');
        return this == GAP || this == LOSS_GAP ? "the " + words : words;
    }

    /** The one of this {@link #id}. @throws IllegalArgumentException if there is none */
    public static Metric named(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** As in report.json: {@code test_accuracy}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
