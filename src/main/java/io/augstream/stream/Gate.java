package io.augstream.stream;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Lets tasks in until it is closed, and closes only once the last of them has left. */
final class Gate {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean closed;

    /** Runs {@code task} unless the gate is closed; long tasks ask {@link #isClosed} now and then and leave early. */
    void pass(Runnable task) {
        lock.readLock().lock();
        try {
            if (!closed) {
                task.run();
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** After this returns no task is inside, and none will be. */
    void closeAndWait() {
        closed = true;
        lock.writeLock().lock();
        lock.writeLock().unlock();
    }
}
