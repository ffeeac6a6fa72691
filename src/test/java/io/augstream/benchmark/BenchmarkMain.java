package io.augstream.benchmark;

import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints a line of JSON a stage, as the peers' script does: {@code {"peer":"augstream","stage":"rotate","size":256,"us":…}},
 * with the mean microseconds an image. Takes JMH's own options ({@code -p stage=rotate -p size=32,256 -prof gc}), which
 * also show what it does with {@code -v NORMAL}.
 */
public final class BenchmarkMain {
    private BenchmarkMain() {}

    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        CommandLineOptions given = new CommandLineOptions(arguments);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(given)
                .forks(given.getForkCount().orElse(1))
                .jvmArgsAppend("--add-modules=jdk.incubator.vector", "-Xmx1g")
                .warmupIterations(given.getWarmupIterations().orElse(5))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.milliseconds(500)))
                .measurementIterations(given.getMeasurementIterations().orElse(7))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.milliseconds(300)))
                .shouldFailOnError(true)
                .verbosity(given.verbosity().orElse(VerboseMode.SILENT));
        if (given.getIncludes().isEmpty()) {
            options.include(StageBenchmark.class.getName());
        }
        for (RunResult result : new Runner(options.build()).run()) {
            System.out.println(line(result));
        }
    }

    private static String line(RunResult result) {
        return String.format(
                Locale.ROOT,
                "{\"peer\":\"augstream\",\"stage\":\"%s\",\"size\":%s,\"us\":%.2f}",
                result.getParams().getParam("stage"),
                result.getParams().getParam("size"),
                result.getPrimaryResult().getScore());
    }
}
