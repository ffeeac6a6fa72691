package io.augstream.train;

/**
 * Told how a training goes, on the training thread. A listener may take a {@link Trainer#checkpoint()}, and ask the
 * trainer to {@link Trainer#stop()}; it may not change the network.
 */
@FunctionalInterface
public interface TrainingListener {
    TrainingListener NONE = report -> {};

    /** Before the first step, of a resumed training too. */
    default void trainingBegins() {}

    /** After every step. */
    default void stepEnded(StepReport report) {}

    /** After every epoch. The network may be scored: it has the weights that count. */
    void epochEnded(EpochReport report);

    /** After the last step, before the best weights are put back; not where the training failed. */
    default void trainingEnded(StopReason reason) {}

    /** This listener, and then {@code next}. */
    default TrainingListener and(TrainingListener next) {
        return new TwoListeners(this, next);
    }
}
