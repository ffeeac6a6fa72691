package io.augstream.lab;

import io.augstream.train.EpochReport;
import io.augstream.train.StepReport;
import io.augstream.train.TrainingListener;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * How long training steps take: the processor time of the thread that trains, which does not count while it waits for images or for a
 * core. A measurement of the machine, so it differs from run to run where nothing else does.
 */
final class StepTimes implements TrainingListener {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long NONE = -1;

    private final LongSupplier processorNanos;
    private long[] steps = new long[1024];
    private int count;
    private long before = NONE;

    /** @param processorNanos what the calling thread has used of a processor so far */
    StepTimes(LongSupplier processorNanos) {
        this.processorNanos = processorNanos;
    }

    /** From the end of one step to that of the next; an epoch's first follows on a scoring and is left out. */
    @Override
    public void stepEnded(StepReport report) {
        long now = processorNanos.getAsLong();
        if (before != NONE) {
            steps = count < steps.length ? steps : Arrays.copyOf(steps, 2 * count);
            steps[count++] = now - before;
        }
        before = now;
    }

    @Override
    public void epochEnded(EpochReport report) {
        before = NONE;
    }

    /** The median in milliseconds over the second half of the steps, as compilers are at work during the first; 0 where there are none. */
    double median() {
        if (count == 0) {
            return 0;
        }
        long[] late = Arrays.copyOfRange(steps, count / 2, count);
        Arrays.sort(late);
        return (late[(late.length - 1) / 2] + late[late.length / 2]) / 2.0 / NANOS_PER_MILLI;
    }
}
