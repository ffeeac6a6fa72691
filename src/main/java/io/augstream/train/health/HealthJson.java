package io.augstream.train.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis and what it rests on, as the maps and lists of a JSON document. Of each step the layers' figures stand in the order
 * of {@code layers} and {@code figures}. What is no number is null.
 */
public final class HealthJson {
    /** In the order of {@link LayerFigures}, whose last one goes into the gains. */
    private static final List<String> FIGURES = List.of(
            "gradient", "weight", "update", "turn", "near_zero", "mean", "deviation", "zeros", "saturated", "dead");

    private HealthJson() {}

    public static Map<String, @Nullable Object> of(Diagnosis diagnosis, HealthLog log) {
        Map<String, @Nullable Object> map = of(diagnosis);
        map.put("beginning", of(Beginning.of(log)));
        map.put("boundaries", log.boundaries());
        map.put("figures", FIGURES);
        map.put("steps", log.observations().stream().map(HealthJson::step).toList());
        return map;
    }

    /** Without what it rests on, in a map that may be added to. */
    public static Map<String, @Nullable Object> of(Diagnosis diagnosis) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("verdict", diagnosis.verdict().id());
        map.put("first_step", diagnosis.firstStep() < 0 ? null : diagnosis.firstStep());
        map.put("evidence", diagnosis.evidence());
        if (diagnosis.verdict().isUnhealthy()) {
            map.put("cause", diagnosis.cause().id());
            map.put("cause_in_words", diagnosis.cause().words());
            map.put("remedies", diagnosis.cause().remedies());
        }
        map.put("layers", diagnosis.layers().stream().map(HealthJson::layer).toList());
        return map;
    }

    public static Map<String, @Nullable Object> of(Beginning beginning) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("loss", number(beginning.loss()));
        map.put("chance", number(beginning.chance()));
        map.put("product", number(beginning.product()));
        return map;
    }

    private static Map<String, @Nullable Object> layer(LayerDiagnosis layer) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("layer", layer.layer());
        map.put("verdict", layer.verdict().id());
        map.put("first_step", layer.firstStep() < 0 ? null : layer.firstStep());
        map.put("evidence", layer.evidence());
        return map;
    }

    private static Map<String, @Nullable Object> step(Observation seen) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("step", seen.step());
        map.put("loss", number(seen.loss()));
        map.put("chance", number(seen.chance()));
        map.put("floor", number(seen.floor()));
        map.put("accuracy", number(seen.accuracy()));
        map.put("guess", number(seen.guess()));
        map.put("input", number(seen.input()));
        map.put("learning_rate", number(seen.rate()));
        map.put("gains", gains(seen));
        map.put("product", number(seen.product()));
        map.put("layers", seen.layers().stream().map(HealthJson::figures).toList());
        return map;
    }

    /** g = ‖δ below‖ / ‖δ above‖ of each boundary but the lowest, whose lower side nobody needs; lowest first. */
    private static List<@Nullable Object> gains(Observation seen) {
        List<@Nullable Object> gains = new ArrayList<>();
        List<Double> norms = seen.boundaries();
        for (int i = 0; i < norms.size(); i++) {
            double above = i + 1 < norms.size() ? norms.get(i + 1) : seen.outputGradient();
            gains.add(number(norms.get(i) / above));
        }
        return gains;
    }

    private static List<@Nullable Object> figures(LayerFigures seen) {
        List<@Nullable Object> figures = new ArrayList<>();
        for (int i = 0; i < FIGURES.size(); i++) {
            figures.add(number(seen.row()[i]));
        }
        return figures;
    }

    /** To seven digits, which is more than anybody reads. */
    private static @Nullable Object number(double value) {
        return Double.isFinite(value) ? (float) value : null;
    }
}
