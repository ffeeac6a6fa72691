package io.augstream.cli;

/** What the process tells whoever started it. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_REQUEST = 2;
    static final int WRONG_DATA = 3;

    /** The work was done, and a claim's answer is not the one that its file expects. */
    static final int UNEXPECTED = 4;

    /** The training's health is what {@code --fail-on-unhealthy} refuses. */
    static final int UNHEALTHY = 5;

    private ExitCode() {}
}
