package io.augstream.lab.report;

import io.augstream.lab.DataSummary;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.ExperimentSettings;
import io.augstream.nn.Kernels;
import io.augstream.run.Digests;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an experiment's figures come from.
 *
 * @param pipelineSha256 of the resolved pipeline file, as it lies beside the report
 * @param started the only date
 * @param duration reading, training and scoring together
 */
public record Provenance(
        String pipelineSha256, List<Long> seeds, DataSummary data, Instant started, Duration duration) {
    private static final double MILLIS = 1e3;

    public Provenance {
        seeds = List.copyOf(seeds);
        started = started.truncatedTo(ChronoUnit.SECONDS);
    }

    public static Provenance of(
            ExperimentSettings settings, ExperimentResult result, Instant started, Duration duration) {
        return new Provenance(Digests.of(settings.resolved()), result.seeds(), result.data(), started, duration);
    }

    /** As in report.json; on one machine all but {@code started} and {@code seconds} is the same at each run. */
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("augstream", version());
        map.put("java", system("version", "java.version", "vm", "java.vm.name", "vendor", "java.vendor"));
        map.put("os", system("name", "os.name", "version", "os.version", "arch", "os.arch"));
        map.put("cores", Runtime.getRuntime().availableProcessors());
        map.put("kernels", Kernels.describe());
        map.put("pipeline_sha256", pipelineSha256);
        map.put("seeds", seeds);
        map.put("data", counts());
        map.put("started", started.toString());
        map.put("seconds", duration.toMillis() / MILLIS);
        return map;
    }

    private Map<String, Object> counts() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("classes", data.classes());
        map.put("image", data.image());
        map.put("train_pool", data.pool());
        map.put("train", data.train());
        map.put("validation", data.validation());
        map.put("test", data.test());
        map.put("test_redrawn", data.redrawn());
        map.put("sha256", data.digests());
        return map;
    }

    /** Of the jar; a run from a folder of classes has no version. */
    static String version() {
        String version = Provenance.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    /** @param pairs a key and the system property behind it, and so on */
    private static Map<String, Object> system(String... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], System.getProperty(pairs[i + 1], ""));
        }
        return map;
    }
}
