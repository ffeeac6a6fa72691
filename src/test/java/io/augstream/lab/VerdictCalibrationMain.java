package io.augstream.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Counts how often experiments without any effect claim one on the primary metric, beside the 99% binomial band of 5%: a
 * program, not a test. Exit code 1 where the share lies outside: of one arm against its like on either side, of six after
 * Holm's correction above.
 */
@CommandLine.Command(name = "calibration")
public final class VerdictCalibrationMain implements Callable<Integer> {
    private static final double LEVEL = 0.05;
    private static final double BAND = 0.99;

    @Option(names = "--experiments", defaultValue = "1000", description = "of each kind")
    private int experiments;

    @Option(names = "--seeds", defaultValue = "5", description = "of each experiment")
    private int seeds;

    @Option(names = "--threads", defaultValue = "2", description = "experiments at a time")
    private int threads;

    private VerdictCalibrationMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new VerdictCalibrationMain()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        BinomialDistribution claims = new BinomialDistribution(experiments, LEVEL);
        int least = claims.inverseCumulativeProbability((1 - BAND) / 2);
        int most = least;
        while (claims.cumulativeProbability(least - 1, most) < BAND) {
            most++;
        }
        System.out.printf(Locale.ROOT, "99%% binomial band of 5%%: %.1f to %.1f%%%n", percent(least), percent(most));
        int one = claims("two arms", 1);
        int six = claims("a baseline and six arms, after Holm", 6);
        return one >= least && one <= most && six <= most ? 0 : 1;
    }

    private int claims(String kind, int arms) throws IOException, InterruptedException, ExecutionException {
        long start = System.nanoTime();
        Path folder = Files.createTempDirectory("augstream-calibration");
        NullExperiments experiment = new NullExperiments(folder, arms, seeds);
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Boolean>> claims = new ArrayList<>();
            for (int i = 0; i < experiments; i++) {
                int index = i;
                claims.add(workers.submit(() -> experiment.findsAnEffect(index)));
            }
            int count = 0;
            for (Future<Boolean> claim : claims) {
                count += claim.get() ? 1 : 0;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d seeds: an effect in %d of %d experiments, %.1f%% (%.0f s)%n",
                    kind,
                    seeds,
                    count,
                    experiments,
                    percent(count),
                    (System.nanoTime() - start) / 1e9);
            return count;
        } finally {
            workers.shutdownNow();
            delete(folder);
        }
    }

    /** Data files, side by side. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private double percent(int count) {
        return 100.0 * count / experiments;
    }
}
