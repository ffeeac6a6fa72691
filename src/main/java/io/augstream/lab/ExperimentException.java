package io.augstream.lab;

/** A run failed, and with it the experiment. The message is one line that names arm and seed. */
public final class ExperimentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExperimentException(String message) {
        super(message);
    }

    public ExperimentException(String message, Throwable cause) {
        super(message, cause);
    }
}
