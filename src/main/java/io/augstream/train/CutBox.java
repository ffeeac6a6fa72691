package io.augstream.train;

import io.augstream.random.Beta;
import io.augstream.random.CounterRandom;

/**
 * The pixels that {@link CutMix} pastes.
 *
 * @param right the column after the last
 * @param bottom the row after the last
 */
record CutBox(int left, int top, int right, int bottom) {
    /**
     * A box whose sides are √(1 − λ) of the frame's, λ from Beta(α, α), around a centre anywhere in the frame, and of which the part
     * within the frame is left. The centre does not lie on whole pixels: so a box whose edges are rounded to them is as large on
     * average as it should be, where rounding half its sides down, as the paper's program and torchvision do, makes it smaller.
     */
    static CutBox draw(double alpha, int width, int height, CounterRandom random) {
        double ratio = Math.sqrt(1 - Beta.symmetric(random, alpha));
        double x = random.nextDouble() * width;
        double y = random.nextDouble() * height;
        return new CutBox(
                edge(x - ratio * width / 2, width),
                edge(y - ratio * height / 2, height),
                edge(x + ratio * width / 2, width),
                edge(y + ratio * height / 2, height));
    }

    private static int edge(double at, int end) {
        return (int) Math.max(0, Math.min(end, Math.rint(at)));
    }

    /** Pixels. */
    int area() {
        return (right - left) * (bottom - top);
    }
}
