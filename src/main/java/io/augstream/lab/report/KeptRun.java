package io.augstream.lab.report;

import io.augstream.lab.BegunRun;
import io.augstream.lab.EpochScores;
import io.augstream.lab.Measurements;
import io.augstream.lab.Metric;
import io.augstream.lab.RunResult;
import io.augstream.run.ConfusionMatrix;
import io.augstream.settings.Json;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.Value;
import io.augstream.train.Checkpoint;
import io.augstream.train.Score;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run as a line of JSON, from which it comes back to the last bit; of one that is not finished, all but its checkpoint. */
final class KeptRun {
    private KeptRun() {}

    static String written(String arm, BegunRun run) {
        return Json.line(map(arm, run.seed(), run.seconds(), run.epochs()));
    }

    static String written(String arm, RunResult run) {
        Map<String, @Nullable Object> map = map(arm, run.seed(), run.seconds(), run.epochs());
        run.chosen().ifPresent(epoch -> map.put("chosen", epoch));
        ConfusionMatrix confusion = run.confusion();
        if (confusion != null) {
            map.put("confusion", confusion.rows());
        }
        run.ended().ifPresent(ended -> map.put("ended", ended));
        run.health().ifPresent(health -> map.put("health", KeptHealth.written(health)));
        Map<String, Double> measured = new LinkedHashMap<>();
        run.measured().forEach((metric, value) -> measured.put(metric.id(), value));
        map.put("measured", measured);
        Map<String, String> untold = new LinkedHashMap<>();
        run.measurements().untold().forEach((metric, why) -> untold.put(metric.id(), why));
        map.put("untold", untold);
        return Json.line(map) + "\n";
    }

    private static Map<String, @Nullable Object> map(String arm, long seed, double seconds, List<EpochScores> epochs) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("arm", arm);
        map.put("seed", seed);
        map.put("seconds", seconds);
        map.put("epochs", epochs.stream().map(KeptRun::epoch).toList());
        return map;
    }

    private static Map<String, @Nullable Object> epoch(EpochScores scores) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("epoch", scores.epoch());
        put(map, "train", scores.train());
        put(map, "validation", scores.validation());
        put(map, "test", scores.test());
        if (!scores.layers().isEmpty()) {
            map.put("layers", KeptLayers.written(scores.layers()));
        }
        return map;
    }

    private static void put(Map<String, @Nullable Object> map, String split, @Nullable Score score) {
        if (score != null) {
            map.put(split, Map.of("accuracy", score.accuracy(), "loss", score.loss()));
        }
    }

    /**
     * @param file what errors call it
     * @throws io.augstream.settings.SettingsException if it is none that {@link #written} gave for the arm and the seed
     */
    static RunResult read(String json, String file, String arm, long seed) {
        Section root = root(json, file, arm, seed);
        return new RunResult(
                seed,
                epochs(root),
                root.get("seconds").number(),
                root.find("confusion").map(KeptRun::confusion).orElse(null),
                root.find("chosen").stream().mapToInt(Value::integer).findFirst(),
                root.find("health").map(health -> KeptHealth.read(health.section())),
                root.find("ended").map(Value::text),
                new Measurements(measured(root.section("measured")), untold(root.section("untold"))));
    }

    /**
     * @param checkpoint what goes with it
     * @param file what errors call it
     * @throws io.augstream.settings.SettingsException if it is none that {@link #written} gave for the arm and the seed
     */
    static BegunRun readBegun(String json, Checkpoint checkpoint, String file, String arm, long seed) {
        Section root = root(json, file, arm, seed);
        return new BegunRun(seed, checkpoint, epochs(root), root.get("seconds").number());
    }

    private static Section root(String json, String file, String arm, long seed) {
        Section root = Settings.parse(json, file, Path.of("/")).root();
        Value keptArm = root.get("arm");
        if (!keptArm.text().equals(arm) || root.get("seed").whole() != seed) {
            throw keptArm.error("must be '" + arm + "' with the seed " + seed);
        }
        return root;
    }

    private static List<EpochScores> epochs(Section root) {
        return root.get("epochs").list().stream().map(KeptRun::epoch).toList();
    }

    private static Map<Metric, Double> measured(Section section) {
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        section.keys()
                .forEach(key -> measured.put(Metric.named(key), section.get(key).number()));
        return measured;
    }

    private static Map<Metric, String> untold(Section section) {
        Map<Metric, String> untold = new EnumMap<>(Metric.class);
        section.keys()
                .forEach(key -> untold.put(Metric.named(key), section.get(key).text()));
        return untold;
    }

    private static EpochScores epoch(Value value) {
        Section epoch = value.section();
        return new EpochScores(
                epoch.get("epoch").integer(),
                epoch.find("train").map(KeptRun::score).orElse(null),
                epoch.find("validation").map(KeptRun::score).orElse(null),
                epoch.find("test").map(KeptRun::score).orElse(null),
                epoch.find("layers").map(KeptLayers::read).orElse(List.of()));
    }

    private static Score score(Value value) {
        return new Score(
                value.section().get("accuracy").number(),
                value.section().get("loss").number());
    }

    private static ConfusionMatrix confusion(Value rows) {
        return ConfusionMatrix.of(rows.list().stream()
                .map(row -> row.list().stream().map(Value::integer).toList())
                .toList());
    }
}
