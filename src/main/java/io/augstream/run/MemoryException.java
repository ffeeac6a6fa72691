package io.augstream.run;

/** A training would need more memory than Java may take. The message is one line that tells how much of each. */
public final class MemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MemoryException(String message) {
        super(message);
    }
}
