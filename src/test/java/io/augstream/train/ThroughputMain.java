package io.augstream.train;

import io.augstream.nn.Kernels;
import io.augstream.settings.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Measures images a second of a training step on the presets, as {@code peers/train.py} does of PyTorch: a program, not a
 * test. Prints one JSON object a line. {@code src/test/benchmark/train.sh} runs the two against each other.
 */
@CommandLine.Command(name = "throughput")
final class ThroughputMain implements Callable<Integer> {
    @Option(names = "--threads", defaultValue = "1")
    private int threads;

    @Option(names = "--batch", defaultValue = "128")
    private int batch;

    @Option(names = "--seconds", defaultValue = "5", description = "measured, in five rounds, after the warm-up")
    private double seconds;

    @Option(names = "--networks", defaultValue = "mlp,small,resnet8,resnet20,alexnet32", split = ",")
    private List<String> networks = List.of();

    @Option(names = "--kernels", description = "vector or scalar; the fastest there are by default")
    private String kernels = Kernels.selected().name();

    @Option(names = "--health", defaultValue = "0", description = "look at every so many steps; 0 for none")
    private int health;

    private ThroughputMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ThroughputMain()).execute(arguments));
    }

    @Override
    public Integer call() {
        Kernels chosen = kernels.equals("scalar") ? Kernels.scalar() : Kernels.selected();
        if (!chosen.name().equals(kernels)) {
            throw new IllegalStateException("no " + kernels + " kernels here: " + Kernels.describe());
        }
        for (String network : networks) {
            Preset preset = Preset.valueOf(network.toUpperCase(Locale.ROOT));
            Pace pace = Pace.of(new BenchmarkStep(preset, batch, chosen, threads, health), seconds);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("peer", "augstream");
            line.put("network", network);
            line.put("layout", "channels_last");
            line.put("threads", threads);
            line.put("batch", batch);
            line.put("health", health);
            line.put("images_per_second", rounded(pace.stepsPerSecond() * batch));
            line.put("images_per_processor_second", rounded(pace.stepsPerProcessorSecond() * batch));
            line.put("warm_up_seconds", rounded(pace.warmUpSeconds()));
            line.put("kernels", chosen.name());
            line.put("java", Runtime.version().feature());
            System.out.println(Json.line(line));
        }
        return 0;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
