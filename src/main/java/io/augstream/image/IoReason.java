package io.augstream.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * What an I/O error means, in words: Java's own message is often a bare path, with the meaning in the name of the class.
 */
public final class IoReason {
    private IoReason() {}

    /**
     * One line without the name of a class; names a path only where it is another than {@code about}.
     *
     * @param e an {@link IOException}, bare or as streams wrap it
     */
    public static String of(Exception e, Object about) {
        if (e instanceof UncheckedIOException && e.getCause() instanceof IOException cause) {
            return of(cause, about);
        }
        if (e instanceof FileSystemException file) {
            String path = String.valueOf(file.getFile());
            return (path.equals(about.toString()) ? "" : path + ": ") + what(file);
        }
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? "an input or output error"
                : message.lines().findFirst().orElse("");
    }

    private static String what(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "something else is there already";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NotDirectoryException) {
            return "not a folder";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        if (e instanceof FileSystemLoopException) {
            return "a link leads back to a folder that it lies in";
        }
        return e.getReason() == null ? "the file system refuses" : e.getReason();
    }
}
