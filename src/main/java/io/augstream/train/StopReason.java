package io.augstream.train;

/** Why a training ended. */
public enum StopReason {
    /** All epochs of the settings are done. */
    ALL_EPOCHS,
    /** {@link EarlyStopping} has lost its patience. */
    NO_IMPROVEMENT,
    /** Somebody has called {@link Trainer#stop()}. */
    REQUESTED
}
