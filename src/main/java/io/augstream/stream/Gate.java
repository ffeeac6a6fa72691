package io.augstream.stream;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets tasks in until it is closed, and closes only once the last of them has left. */
final class Gate {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean closed;

    /**
     * Does {@code task} behind the gate; a long one asks {@link #isClosed} now and then and leaves early.
     *
     * @throws CancellationException if the gate is closed
     */
    <T> T call(Supplier<T> task) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new CancellationException("closed before the task began");
            }
            return task.get();
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
