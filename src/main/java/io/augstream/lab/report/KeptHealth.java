package io.augstream.lab.report;

import io.augstream.lab.RunHealth;
import io.augstream.settings.Section;
import io.augstream.settings.Value;
import io.augstream.train.health.Beginning;
import io.augstream.train.health.Cause;
import io.augstream.train.health.Diagnosis;
import io.augstream.train.health.HealthJson;
import io.augstream.train.health.HealthMap;
import io.augstream.train.health.LayerDiagnosis;
import io.augstream.train.health.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The health of a finished run as JSON's maps and lists, from which it comes back. */
final class KeptHealth {
    private KeptHealth() {}

    static Map<String, @Nullable Object> written(RunHealth health) {
        Map<String, @Nullable Object> map = HealthJson.of(health.diagnosis());
        map.put("beginning", HealthJson.of(health.beginning()));
        map.put("looks", health.map().steps());
        map.put("moves", health.map().moves().stream().map(KeptHealth::row).toList());
        return map;
    }

    private static List<@Nullable Object> row(List<Double> moves) {
        List<@Nullable Object> row = new ArrayList<>();
        for (double move : moves) {
            row.add(KeptNumber.written(move));
        }
        return row;
    }

    /** @throws io.augstream.settings.SettingsException if it is none that {@link #written} gave */
    static RunHealth read(Section health) {
        List<LayerDiagnosis> layers = health.get("layers").list().stream()
                .map(layer -> layer(layer.section()))
                .toList();
        Diagnosis diagnosis = new Diagnosis(
                verdict(health),
                firstStep(health),
                health.get("evidence").text(),
                health.find("cause")
                        .map(cause -> Cause.valueOf(cause.text().toUpperCase(Locale.ROOT)))
                        .orElse(Cause.UNKNOWN),
                layers);
        HealthMap map = new HealthMap(
                layers.stream().map(LayerDiagnosis::layer).toList(),
                health.get("looks").list().stream().map(Value::whole).toList(),
                health.get("moves").list().stream().map(KeptHealth::moves).toList());
        Section beginning = health.section("beginning");
        return new RunHealth(
                diagnosis,
                new Beginning(
                        KeptNumber.read(beginning.get("loss")),
                        KeptNumber.read(beginning.get("chance")),
                        KeptNumber.read(beginning.get("product"))),
                map);
    }

    private static LayerDiagnosis layer(Section layer) {
        return new LayerDiagnosis(
                layer.get("layer").text(),
                verdict(layer),
                firstStep(layer),
                layer.get("evidence").text());
    }

    private static Verdict verdict(Section told) {
        return Verdict.valueOf(told.get("verdict").text().toUpperCase(Locale.ROOT));
    }

    private static long firstStep(Section told) {
        return told.find("first_step")
                .filter(step -> !step.isNothing())
                .map(Value::whole)
                .orElse(-1L);
    }

    private static List<Double> moves(Value row) {
        return row.list().stream().map(KeptNumber::read).toList();
    }
}
