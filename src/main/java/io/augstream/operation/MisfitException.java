package io.augstream.operation;

/**
 * An operation's settings do not fit the image that it got: the settings must change, neither the program nor the image is
 * at fault. The message is one line fit for a user and says what both are.
 */
public final class MisfitException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public MisfitException(String message) {
        super(message);
    }
}
