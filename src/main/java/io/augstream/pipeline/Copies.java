package io.augstream.pipeline;

import java.util.OptionalInt;

/**
 * Whether the stages draw each image anew in every epoch, or show a number of fixed copies of it in turn. As a draw depends on
 * the epoch and on no other state, N copies are the draws of the first N epochs over and over, and need no room.
 *
 * @param number of fixed copies, at least 1; without one the draws are fresh
 */
public record Copies(OptionalInt number) {
    /** A draw for every epoch. */
    public static final Copies FRESH = new Copies(OptionalInt.empty());

    public Copies {
        if (number.isPresent() && number.getAsInt() < 1) {
            throw new IllegalArgumentException("copies must be at least 1, got " + number.getAsInt());
        }
    }

    /** The epoch that stages draw by in {@code epoch}: the first in which they showed the same copy. */
    public int drawnIn(int epoch) {
        return number.isPresent() ? epoch % number.getAsInt() : epoch;
    }
}
