package io.augstream.dataset;

/** The data is wrong: a missing folder, an empty class, a truncated file. The message is one line fit for a user. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
