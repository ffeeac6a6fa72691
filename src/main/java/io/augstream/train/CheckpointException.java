package io.augstream.train;

/** A checkpoint cannot be used here: it is of another network or training. The message is one line that says what differs. */
public final class CheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CheckpointException(String message) {
        super(message);
    }
}
