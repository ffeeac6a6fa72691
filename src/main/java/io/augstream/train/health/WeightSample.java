package io.augstream.train.health;

import io.augstream.nn.Parameter;

/**
 * How far a step moves a layer's weights, by every n-th of them: at most {@value #MOST}, from all rows and all units, so that
 * large layers cost no second copy. Norms are scaled up to all weights.
 */
final class WeightSample {
    static final int MOST = 1 << 16;

    private final float[] weights;
    private final int stride;
    private final double scale;
    private final float[] before;

    WeightSample(Parameter parameter) {
        weights = parameter.value();
        int step = (weights.length + MOST - 1) / MOST;
        // One that shares no factor with the number of units comes to all of them.
        while (step > 1 && gcd(step, parameter.units()) > 1) {
            step++;
        }
        stride = Math.max(1, step);
        before = new float[(weights.length + stride - 1) / stride];
        scale = (double) weights.length / before.length;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Remembers the weights, and gives the share of them that is below {@code limit} in size. */
    double take(double limit) {
        int near = 0;
        for (int i = 0; i < before.length; i++) {
            before[i] = weights[i * stride];
            near += Math.abs(before[i]) < limit ? 1 : 0;
        }
        return (double) near / before.length;
    }

    /** ‖Δw‖ since {@link #take}, and what of it lies across the weights that were taken. */
    Move move() {
        double moved = 0;
        double along = 0;
        double squares = 0;
        for (int i = 0; i < before.length; i++) {
            double w = before[i];
            double delta = weights[i * stride] - w;
            moved += delta * delta;
            along += delta * w;
            squares += w * w;
        }
        double across = squares == 0 ? moved : Math.max(0, moved - along * along / squares);
        return new Move(Math.sqrt(scale * moved), Math.sqrt(scale * across));
    }

    record Move(double norm, double across) {}
}
