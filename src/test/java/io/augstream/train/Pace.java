package io.augstream.train;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * How fast work runs once the JIT compiler is done with it.
 *
 * @param stepsPerSecond the median of five rounds, by the clock
 * @param stepsPerProcessorSecond the same by the processor time of the whole process, which other processes disturb less
 * @param warmUpSeconds until three rounds in a row were within 4% of the best one so far, at most {@value #LONGEST_WARM_UP}
 */
record Pace(double stepsPerSecond, double stepsPerProcessorSecond, double warmUpSeconds) {
    private static final int ROUNDS = 5;
    private static final int LONGEST_WARM_UP = 12;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** @param seconds of all measured rounds together; a round has at least one step */
    static Pace of(Runnable step, double seconds) {
        double round = seconds / ROUNDS;
        double warmUp = warmUp(step, round);
        double[] bySecond = new double[ROUNDS];
        double[] byProcessorSecond = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long processor = PROCESS.getProcessCpuTime();
            long start = System.nanoTime();
            int count = steps(step, round);
            bySecond[i] = count * 1e9 / (System.nanoTime() - start);
            byProcessorSecond[i] = count * 1e9 / (PROCESS.getProcessCpuTime() - processor);
        }
        Arrays.sort(bySecond);
        Arrays.sort(byProcessorSecond);
        return new Pace(bySecond[ROUNDS / 2], byProcessorSecond[ROUNDS / 2], warmUp);
    }

    /** By processor time, so that a busy machine does not look like a cold one. */
    private static double warmUp(Runnable step, double round) {
        long start = System.nanoTime();
        double best = 0;
        int steady = 0;
        while (steady < 3 && System.nanoTime() - start < LONGEST_WARM_UP * 1e9) {
            long processor = PROCESS.getProcessCpuTime();
            double rate = steps(step, round) * 1e9 / (PROCESS.getProcessCpuTime() - processor);
            steady = rate > best * 1.04 || rate < best * 0.96 ? 0 : steady + 1;
            best = Math.max(best, rate);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static int steps(Runnable step, double seconds) {
        long start = System.nanoTime();
        int count = 0;
        do {
            step.run();
            count++;
        } while (System.nanoTime() - start < seconds * 1e9);
        return count;
    }
}
