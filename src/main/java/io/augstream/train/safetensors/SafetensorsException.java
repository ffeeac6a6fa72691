package io.augstream.train.safetensors;

import java.nio.file.Path;

/** A file is no safetensors file, or cannot be read. The message is one line: the file, the tensor, the values. */
public final class SafetensorsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 400;

    SafetensorsException(Path file, String what) {
        super(file + ": " + oneLine(what));
    }

    SafetensorsException(Path file, String what, Throwable cause) {
        super(file + ": " + oneLine(what), cause);
    }

    /** Names come from the file, which may be hostile to a terminal too. */
    private static String oneLine(String what) {
        String printable = what.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "…";
    }
}
