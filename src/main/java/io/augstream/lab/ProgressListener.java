package io.augstream.lab;

/** Told how an experiment goes. Calls come from several threads, but never two at a time. */
public interface ProgressListener {
    ProgressListener NONE = new ProgressListener() {};

    /**
     * All images are in memory; training starts.
     *
     * @param runs all of them
     * @param kept how many of them were finished before, and are not trained again
     * @param epochs of all the others together
     */
    default void started(DataSummary data, int runs, int kept, long epochs) {}

    default void epochFinished(String arm, long seed, EpochScores scores) {}

    /** Early stopping has ended a run, just before it is finished: so many of its epochs will never come. */
    default void stoppedEarly(String arm, long seed, int epochsLeft) {}

    /** @param finished how many runs are, this one among them */
    default void runFinished(String arm, RunResult run, int finished) {}
}
