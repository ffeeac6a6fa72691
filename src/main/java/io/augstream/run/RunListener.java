package io.augstream.run;

import io.augstream.dataset.Split;
import io.augstream.train.StepReport;

/** Told how a training goes, on the thread that runs it. */
public interface RunListener {
    RunListener NONE = new RunListener() {};

    /**
     * All images are in memory; whitening is fitted to those to train on. That takes time by the cube of the smaller of both numbers:
     * minutes for some thousands.
     *
     * @param values of each image
     */
    default void whitening(int images, int values) {}

    /**
     * All images are in memory; training starts.
     *
     * @param epochs that the file asks for
     */
    default void started(TrainingData data, int epochs) {}

    default void stepEnded(StepReport step) {}

    /** An epoch's row, as it was added to metrics.csv. */
    default void epochEnded(EpochRow row) {}

    /** Training is over; a split is being scored. */
    default void scoring(Split split) {}
}
