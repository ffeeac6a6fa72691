package io.augstream.lab;

import java.util.Optional;

/**
 * Where an experiment's runs are kept, so that one which was stopped goes on where it was. A run depends on its arm, its seed
 * and the images alone, so a kept one is as good as one trained again. Calls come from several threads, but never two at a time.
 */
public interface RunStore {
    /** Keeps nothing. */
    RunStore NONE = new RunStore() {
        @Override
        public void open(DataSummary data) {}

        @Override
        public Optional<RunResult> finished(String arm, long seed) {
            return Optional.empty();
        }

        @Override
        public Optional<BegunRun> begun(String arm, long seed) {
            return Optional.empty();
        }

        @Override
        public void keep(String arm, RunResult run) {}

        @Override
        public void keep(String arm, BegunRun run) {}
    };

    /**
     * Called once, before all else, when the images are in memory.
     *
     * @throws io.augstream.dataset.DataException if runs are kept that saw other images
     */
    void open(DataSummary data);

    /** @throws io.augstream.dataset.DataException if what is kept cannot be read */
    Optional<RunResult> finished(String arm, long seed);

    /**
     * Where a run that is not finished has come to.
     *
     * @throws io.augstream.dataset.DataException if what is kept cannot be read
     */
    Optional<BegunRun> begun(String arm, long seed);

    /** @throws java.io.UncheckedIOException if it cannot be written; the message names the file */
    void keep(String arm, RunResult run);

    /**
     * Called after every epoch but the last, of runs that can be gone on with. A store need not keep each.
     *
     * @throws java.io.UncheckedIOException if it cannot be written; the message names the file
     */
    void keep(String arm, BegunRun run);
}
