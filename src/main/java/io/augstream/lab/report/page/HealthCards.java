package io.augstream.lab.report.page;

import io.augstream.lab.ArmResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.RunHealth;
import io.augstream.lab.RunResult;
import io.augstream.train.health.Beginning;
import io.augstream.train.health.HealthMap;
import io.augstream.train.health.LayerDiagnosis;
import io.augstream.train.health.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether each arm's networks train: how far its steps move each layer, as a map of the first seed's, and the verdicts. */
final class HealthCards {
    private static final int MOST_CARDS = 16;
    private static final int SHADES = 9;

    /** Moves of 10⁻⁷ and less have the palest shade, each half power of ten above the next. */
    private static final double PALEST = -7;

    private static final double SHADES_A_POWER = 1.5;

    private HealthCards() {}

    /** Nothing where nobody looked. */
    static Html of(ExperimentResult result) {
        List<Html> cards = new ArrayList<>();
        for (ArmResult arm : result.arms()) {
            Optional<RunHealth> first = arm.runs().get(0).health();
            if (first.isPresent() && cards.size() < MOST_CARDS) {
                cards.add(card(arm, first.get()));
            }
        }
        if (cards.isEmpty()) {
            return Html.NONE;
        }
        String leftOut = cards.size() < result.arms().size()
                ? " Shown are the first " + cards.size() + " of "
                        + result.arms().size() + " arms."
                : "";
        return Template.named("health.html").fill(Map.of("cards", Html.join(cards), "left_out", Html.text(leftOut)));
    }

    private static Html card(ArmResult arm, RunHealth health) {
        Html title = Html.name(arm.name())
                .plus(Element.of("small").add(verdicts(arm.runs())).html());
        Html card = Card.of(title, "health", map(health));
        boolean unhealthy = health.diagnosis().verdict().isUnhealthy();
        String told = beginning(health.beginning())
                + (unhealthy
                        ? "Seed " + arm.runs().get(0).seed() + ": "
                                + health.diagnosis().line() + "."
                        : "");
        return Element.of("div")
                .with("class", "told")
                .add(card)
                .add(
                        told.isEmpty()
                                ? Html.NONE
                                : Element.of("p")
                                        .with("class", "remark")
                                        .add(told)
                                        .html())
                .html();
    }

    /** {@code Begins at 1.52 times the loss of a guess, with 0.0031 of the output's gradient at the lowest boundary. } */
    private static String beginning(Beginning beginning) {
        if (!Double.isFinite(beginning.ratio())) {
            return "";
        }
        String loss = String.format(Locale.ROOT, "Begins at %.2f times the loss of a guess", beginning.ratio());
        return loss
                + (Double.isFinite(beginning.product())
                        ? String.format(
                                Locale.ROOT,
                                ", with %.2g times the output's gradient at the lowest boundary. ",
                                beginning.product())
                        : ". ");
    }

    /** {@code 7 converged, 1 healthy}. */
    private static String verdicts(List<RunResult> runs) {
        Map<Verdict, Integer> counts = new TreeMap<>();
        runs.forEach(run ->
                run.health().ifPresent(health -> counts.merge(health.diagnosis().verdict(), 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().words())
                .collect(Collectors.joining(", "));
    }

    /** The highest layer on top, as it stands nearest to the loss. */
    private static Html map(RunHealth health) {
        HealthMap map = health.map();
        List<Html> rows = new ArrayList<>();
        for (int layer = 0; layer < map.layers().size(); layer++) {
            rows.add(row(map, layer, health.diagnosis().layers().get(layer)));
        }
        Collections.reverse(rows);
        int columns = map.steps().size();
        Element heading = Element.of("tr").add(Element.of("td"));
        if (columns > 0) {
            heading.add(Element.of("th")
                    .with("colspan", Integer.toString(columns))
                    .with("scope", "colgroup")
                    .add("steps " + (map.steps().get(0) + 1) + " to "
                            + (map.steps().get(columns - 1) + 1)));
        }
        heading.add(Element.of("td"));
        return Element.of("thead")
                .add(heading)
                .html()
                .plus(Element.of("tbody").add(Html.join(rows)).html());
    }

    private static Html row(HealthMap map, int layer, LayerDiagnosis diagnosis) {
        Element row = Element.of("tr").add(Element.of("th").with("scope", "row").add(Html.name(diagnosis.layer())));
        for (int column = 0; column < map.steps().size(); column++) {
            double move = map.moves().get(layer).get(column);
            row.add(Element.of("td")
                    .with("class", "h" + shade(move))
                    .with(
                            "title",
                            String.format(
                                    Locale.ROOT, "step %d: %.1e", map.steps().get(column) + 1, move)));
        }
        boolean ill = diagnosis.verdict().isUnhealthy();
        return row.add(Element.of("td")
                        .with("class", ill ? "said hurts" : "said")
                        .with("title", diagnosis.evidence())
                        .add(diagnosis.verdict().words()))
                .html();
    }

    private static int shade(double move) {
        if (!(move > 0)) {
            return 0;
        }
        double above = (Math.log10(move) - PALEST) * SHADES_A_POWER;
        return 1 + (int) Math.max(0, Math.min(SHADES - 1, Math.floor(above)));
    }
}
