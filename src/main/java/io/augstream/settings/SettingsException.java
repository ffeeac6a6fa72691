package io.augstream.settings;

/** The pipeline file (or an override of it) is wrong. The message is one line: file, line, what is wrong, what is allowed. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
