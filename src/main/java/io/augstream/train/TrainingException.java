package io.augstream.train;

/** The training failed: its loss is no number any more. The message is one line that names epoch and step. */
public final class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }
}
