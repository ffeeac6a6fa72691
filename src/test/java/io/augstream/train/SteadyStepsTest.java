package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.augstream.nn.Kernels;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SteadyStepsTest {
    private static final int THREADS = 2;

    /**
     * Of all threads together. No tensor is among it: seen are 2 MB, the small records that say where the operands of
     * products and transforms lie.
     */
    private static final long MOST_BYTES = 4 << 20;

    private static final ThreadMXBean THREAD_BEAN = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * Steady means compiled: the interpreter makes an object of every vector. So windows of ten steps are tried until one
     * stays below the limit; vectors that the compiler leaves on the heap would keep all of them megabytes above it.
     */
    @Test
    void stepsOfResnet8AllocateNothingOfTensorSize() {
        long[] before = crew();
        BenchmarkStep step = new BenchmarkStep(Preset.RESNET8, 16, Kernels.selected(), THREADS, 10);
        step.run();
        long[] threads = Arrays.copyOf(newcomers(before), THREADS);
        threads[THREADS - 1] = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int window = 0; window < 60 && least >= MOST_BYTES; window++) {
            long start = allocated(threads);
            for (int i = 0; i < 10; i++) {
                step.run();
            }
            least = Math.min(least, (allocated(threads) - start) / 10);
        }
        assertTrue(least < MOST_BYTES, "bytes a step: " + least);
    }

    private static long allocated(long[] threads) {
        return Arrays.stream(THREAD_BEAN.getThreadAllocatedBytes(threads)).sum();
    }

    private static long[] newcomers(long[] before) {
        long[] now = Arrays.stream(crew())
                .filter(thread -> Arrays.stream(before).noneMatch(old -> old == thread))
                .toArray();
        assertEquals(THREADS - 1, now.length, "threads that the network started");
        return now;
    }

    private static long[] crew() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("augstream-crew"))
                .mapToLong(Thread::getId)
                .toArray();
    }
}
