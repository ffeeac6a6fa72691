package io.augstream.nn;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The work of a {@link Crew}, and the threads that help with it. A round of work is put up by one write: its number and
 * how many of its slices are still to be taken lie in one long, and a slice is taken by counting down. A thread that wakes
 * late finds nothing left and holds nobody up.
 */
final class SharedWork {
    /** A tenth of a millisecond or two: longer than the pauses within a training step, shorter than others would notice. */
    private static final int SPINS = 4000;

    /** The number of the round in the upper half, the slices that nobody has taken yet in the lower. */
    private final AtomicLong round = new AtomicLong();

    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread[] threads;

    /** A thread that sleeps, or is about to, at its place in {@link #threads}. */
    private final AtomicInteger[] asleep;

    /** Written before a round is put up, read by those who have taken a slice of it: while one has, it cannot change. */
    private Crew.@Nullable Task task;

    private int slices;
    private volatile @Nullable Thread waiting;
    private volatile boolean ended;

    SharedWork(int count) {
        threads = new Thread[count];
        asleep = new AtomicInteger[count];
        for (int i = 0; i < count; i++) {
            int place = i;
            asleep[i] = new AtomicInteger();
            threads[i] = new Thread(() -> help(place), "augstream-crew-" + (i + 1));
            threads[i].setDaemon(true);
        }
    }

    void start() {
        for (Thread thread : threads) {
            thread.start();
        }
    }

    /** Lets the threads end after the slice that they are at. */
    void end() {
        ended = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }

    void run(int slices, Crew.Task task, Workspace workspace) {
        this.task = task;
        this.slices = slices;
        unfinished.set(slices);
        long number = (round.get() >>> Integer.SIZE) + 1;
        round.set(number << Integer.SIZE | slices);
        for (int i = 0; i < Math.min(threads.length, slices - 1); i++) {
            if (asleep[i].get() == 1) {
                LockSupport.unpark(threads[i]);
            }
        }
        takeSlices(workspace);
        awaitOthers();
        this.task = null;
        Throwable thrown = failure.getAndSet(null);
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }

    private void takeSlices(Workspace workspace) {
        while (true) {
            long now = round.get();
            int left = (int) now;
            if (left == 0) {
                return;
            }
            if (round.compareAndSet(now, now - 1)) {
                runSlice(slices - left, workspace);
            }
        }
    }

    private void runSlice(int slice, Workspace workspace) {
        try {
            if (task != null) {
                task.run(slice, workspace);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        } finally {
            if (unfinished.decrementAndGet() == 0) {
                LockSupport.unpark(waiting);
            }
        }
    }

    private void awaitOthers() {
        for (int i = 0; i < SPINS && unfinished.get() > 0; i++) {
            Thread.onSpinWait();
        }
        if (unfinished.get() > 0) {
            waiting = Thread.currentThread();
            while (unfinished.get() > 0) {
                LockSupport.park(this);
            }
            waiting = null;
        }
    }

    private void help(int place) {
        Workspace workspace = new Workspace();
        while (!ended) {
            awaitWork(asleep[place]);
            takeSlices(workspace);
        }
    }

    /** Comes back when there may be work, or the end. */
    private void awaitWork(AtomicInteger sleeps) {
        for (int i = 0; i < SPINS; i++) {
            if (isWanted()) {
                return;
            }
            Thread.onSpinWait();
        }
        // Set before the last look: whoever puts up work after it sees this, and wakes us.
        sleeps.set(1);
        while (!isWanted()) {
            LockSupport.park(this);
        }
        sleeps.set(0);
    }

    private boolean isWanted() {
        return ended || (int) round.get() > 0;
    }
}
