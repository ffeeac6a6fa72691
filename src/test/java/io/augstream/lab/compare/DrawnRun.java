package io.augstream.lab.compare;

import io.augstream.run.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder of a run drawn by hand: as 'augstream measure' writes one, its figures given. */
final class DrawnRun {
    private final String name;
    private final List<String> arms = new ArrayList<>();
    private final List<String> comparisons = new ArrayList<>();
    private final List<String> verdicts = new ArrayList<>();
    private String seeds = "1, 2, 3, 4, 5";
    private String train = "aaaaaaaaaaaaaaaa";
    private String files = "ffff";
    private String kernels = "vector kernels";
    private String pipeline = "name: drawn\n";
    private boolean exploratory;

    DrawnRun(String name) {
        this.name = name;
    }

    /** @param seeds whole numbers, as in JSON */
    DrawnRun seeds(String seeds) {
        this.seeds = seeds;
        return this;
    }

    DrawnRun trainImages(String digest) {
        this.train = digest;
        return this;
    }

    DrawnRun files(String digest) {
        this.files = digest;
        return this;
    }

    DrawnRun kernels(String kernels) {
        this.kernels = kernels;
        return this;
    }

    DrawnRun pipeline(String yaml) {
        this.pipeline = yaml;
        return this;
    }

    DrawnRun exploratory() {
        this.exploratory = true;
        return this;
    }

    /** @param tests accuracies, one a seed, and their interval 0.02 wide */
    DrawnRun arm(String name, double mean, double gap, double... tests) {
        String[] each = seeds.split(", ", -1);
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < tests.length; i++) {
            runs.add("{\"seed\": " + each[i] + ", \"test_accuracy\": " + tests[i] + "}");
        }
        arms.add("{\"name\": \"" + name + "\", \"runs\": [" + String.join(", ", runs) + "], \"gap\": "
                + estimate("mean", gap) + ", \"test_accuracy\": " + estimate("mean", mean) + "}");
        return this;
    }

    /** Against none. */
    DrawnRun verdict(String arm, double difference, String verdict, String equivalence) {
        comparisons.add("{\"arm\": \"" + arm + "\", \"baseline\": \"none\", \"metric\": \"test_accuracy\", "
                + estimate("difference", difference).substring(1));
        verdicts.add(
                "{\"arm\": \"" + arm + "\", \"verdict\": \"" + verdict + "\", \"equivalence\": " + equivalence + "}");
        return this;
    }

    String report() {
        return """
                {"name": "%s", "from_a_later_version": [1], "primary": "test_accuracy", "exploratory": %s,
                 "provenance": {"augstream": "0.1.0", "java": {"version": "17", "vm": "VM", "vendor": "V"},
                  "kernels": "%s", "pipeline_sha256": "%s", "seeds": [%s],
                  "data": {"test_redrawn": false, "sha256": {"files": "%s", "train": "%s", "test": "bbbb"}}},
                 "arms": [%s], "comparisons": [%s], "verdicts": [%s]}
                """
                .formatted(
                        name,
                        exploratory,
                        kernels,
                        Digests.of(pipeline),
                        seeds,
                        files,
                        train,
                        String.join(", ", arms),
                        String.join(", ", comparisons),
                        String.join(", ", verdicts));
    }

    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("pipeline.yaml"), pipeline);
        Files.writeString(folder.resolve("report.json"), report());
        return folder;
    }

    private static String estimate(String name, double middle) {
        return "{\"" + name + "\": " + middle + ", \"low\": " + (middle - 0.01) + ", \"high\": " + (middle + 0.01)
                + "}";
    }
}
