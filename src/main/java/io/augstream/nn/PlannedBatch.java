package io.augstream.nn;

/**
 * The batches that a network is planned for.
 *
 * @param trained samples of a training step, at least 1
 * @param evaluated samples of the largest evaluation; 0 where there is none
 */
public record PlannedBatch(int trained, int evaluated) {
    public PlannedBatch {
        Bounds.atLeast(1, trained, "batch");
        Bounds.atLeast(0, evaluated, "evaluated");
    }

    /** Samples of the largest batch of either. */
    public int largest() {
        return Math.max(trained, evaluated);
    }
}
