package io.augstream.cli;

/** What the process tells whoever started it. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_REQUEST = 2;
    static final int WRONG_DATA = 3;

    private ExitCode() {}
}
