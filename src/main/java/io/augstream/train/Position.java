package io.augstream.train;

/**
 * How far a training has come.
 *
 * @param epochs done
 * @param steps taken in the epoch after those
 */
public record Position(int epochs, int steps) {
    public static final Position START = new Position(0, 0);

    /** As {@code after epoch 2}, {@code in epoch 1, after 1 step} or {@code before the first step}. */
    public String words() {
        if (equals(START)) {
            return "before the first step";
        }
        return steps == 0
                ? "after epoch " + epochs
                : "in epoch " + (epochs + 1) + ", after " + steps + (steps == 1 ? " step" : " steps");
    }
}
