package io.augstream.train;

/** Told after every epoch, on the training thread; the network may be scored meanwhile, but not changed. */
@FunctionalInterface
public interface EpochListener {
    EpochListener NONE = report -> {};

    void epochEnded(EpochReport report);
}
