package io.augstream.lab;

import java.util.Optional;

/**
 * Where an experiment's runs are kept as they finish, so that one which was stopped goes on where it was. A run depends
 * on its arm, its seed and the images alone, so a kept one is as good as one trained again. Calls come from several threads,
 * but never two at a time.
 */
public interface FinishedRuns {
    /** Keeps nothing. */
    FinishedRuns NONE = new FinishedRuns() {
        @Override
        public void open(DataSummary data) {}

        @Override
        public Optional<RunResult> find(String arm, long seed) {
            return Optional.empty();
        }

        @Override
        public void keep(String arm, RunResult run) {}
    };

    /**
     * Called once, before all else, when the images are in memory.
     *
     * @throws io.augstream.dataset.DataException if runs are kept that saw other images
     */
    void open(DataSummary data);

    /** @throws io.augstream.dataset.DataException if what is kept cannot be read */
    Optional<RunResult> find(String arm, long seed);

    /** @throws java.io.UncheckedIOException if it cannot be written; the message names the file */
    void keep(String arm, RunResult run);
}
