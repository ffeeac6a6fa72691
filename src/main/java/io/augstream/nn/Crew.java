package io.augstream.nn;

import java.lang.ref.Cleaner;

/**
 * A fixed number of threads, the calling one among them, that share numbered slices of a piece of work. Who does which
 * slice is left to chance, so a slice must write nothing that another one reads or writes; and where their number shows in
 * a result (in the order of a sum), it must come from the work and never from {@link #threads}.
 *
 * <p>The other threads start with the first work that has slices for them. Between two pieces of work they spin for some
 * microseconds and then sleep. They are daemons, and end when the crew is closed or nobody holds it any more. A call
 * allocates nothing. One piece of work at a time.
 */
final class Crew implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    /** One slice after the other. */
    interface Task {
        /** @param workspace of the thread that runs the slice, and no other's meanwhile */
        void run(int slice, Workspace workspace);
    }

    /** Some neighbouring samples of a batch. */
    interface GroupTask {
        /** @param end the number of the sample after the group's last */
        void run(int group, int first, int end, Workspace workspace);
    }

    /** Enough to keep some threads busy to the end, few enough that sums which are taken group by group stay few. */
    private static final int MOST_GROUPS = 8;

    private final int threads;
    private final Workspace workspace = new Workspace();

    /** What the other threads see; not the crew, or it would never be out of reach. */
    private final SharedWork shared;

    private final Cleaner.Cleanable end;
    private boolean started;
    private boolean closed;
    private boolean working;

    /** @param threads at least 1, which is the calling thread alone */
    Crew(int threads) {
        Bounds.atLeast(1, threads, "threads");
        this.threads = threads;
        SharedWork work = new SharedWork(threads - 1);
        shared = work;
        end = CLEANER.register(this, work::end);
    }

    int threads() {
        return threads;
    }

    /**
     * Runs slices 0 to {@code slices} − 1 and comes back when all are done. What a slice throws comes out here, once the
     * other slices have ended.
     */
    void each(int slices, Task task) {
        if (working) {
            throw new IllegalStateException("a slice of a crew's work cannot call the crew");
        }
        working = true;
        try {
            if (threads == 1 || slices <= 1 || closed) {
                for (int slice = 0; slice < slices; slice++) {
                    task.run(slice, workspace);
                }
            } else {
                start();
                shared.run(slices, task, workspace);
            }
        } finally {
            working = false;
        }
    }

    /** How many groups {@link #eachGroup} makes of a batch, whatever the number of threads. */
    static int groups(int batch) {
        return Math.min(MOST_GROUPS, batch);
    }

    /** Runs a task for each of the {@link #groups} that a batch is cut into. */
    void eachGroup(int batch, GroupTask task) {
        int groups = groups(batch);
        each(groups, (group, memory) -> {
            int first = (int) ((long) batch * group / groups);
            int end = (int) ((long) batch * (group + 1) / groups);
            task.run(group, first, end, memory);
        });
    }

    private void start() {
        if (!started) {
            started = true;
            shared.start();
        }
    }

    /** Ends the other threads; work that comes later is all the calling thread's. */
    @Override
    public void close() {
        closed = true;
        end.clean();
    }
}
