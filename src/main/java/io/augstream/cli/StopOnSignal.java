package io.augstream.cli;

import io.augstream.run.TrainingRun;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it is open, Ctrl-C or SIGTERM first asks the work to stop and waits until it is closed, for four seconds at most
 * and not at all where the work has not begun; then the process ends as signals end it, with 130 or 143.
 */
final class StopOnSignal implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 4000;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final PrintWriter err;
    private final Thread hook;

    /**
     * @param run is stopped on a thread of its own
     * @param err told what is left, where the work does not come to tell it
     */
    StopOnSignal(TrainingRun run, PrintWriter err) {
        this.err = err;
        hook = new Thread(() -> stop(run), "augstream-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(TrainingRun run) {
        if (!run.stop()) {
            tell("stopped before the first step; " + run.kept());
            return;
        }
        try {
            if (!closed.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                tell("stopped before its step, or its checkpoint, was done; " + run.kept());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String what) {
        err.println("augstream: " + what);
        err.flush();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook is at work: it has just been let go.
            System.getLogger(StopOnSignal.class.getName()).log(System.Logger.Level.DEBUG, "the process is ending", e);
        }
    }
}
