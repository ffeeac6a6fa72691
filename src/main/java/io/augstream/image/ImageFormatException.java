package io.augstream.image;

/** Bytes that are not an image this project reads. The message is one line: the name of the bytes, and what is wrong. */
public final class ImageFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImageFormatException(String message) {
        super(message);
    }

    public ImageFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
