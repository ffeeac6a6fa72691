package io.augstream.lab.report.page;

import io.augstream.lab.ArmResult;
import io.augstream.lab.Comparison;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Metric;
import io.augstream.lab.statistics.ArmVerdict;
import io.augstream.lab.statistics.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A row an arm: means with their intervals, beneath them the paired differences. */
final class ArmTable {
    private final ExperimentResult result;

    ArmTable(ExperimentResult result) {
        this.result = result;
    }

    Html html() {
        return Template.named("arms.html")
                .fill(Map.of(
                        "baseline", Html.name(result.baseline().name()),
                        "figures_of", Html.text(result.figuresOf()),
                        "headings", headings(),
                        "rows", Html.join(result.arms().stream().map(this::row).toList())));
    }

    private Html headings() {
        List<Html> cells = new ArrayList<>();
        for (Quantity quantity : Quantity.columns(result.primary())) {
            cells.add(Element.of("th")
                    .with("scope", "col")
                    .add(quantity.heading)
                    .add(Element.of("small").add(quantity.unit))
                    .html());
        }
        return Html.join(cells);
    }

    private Html row(ArmResult arm) {
        Element row = Element.of("tr")
                .add(Element.of("th")
                        .with("scope", "row")
                        .add(Html.name(arm.name()))
                        .add(remark(arm)));
        for (Quantity quantity : Quantity.columns(result.primary())) {
            row.add(Element.of("td")
                    .add(Element.of("b").add(quantity.mean(arm.estimate(quantity.metric))))
                    .add(difference(arm, quantity)));
        }
        return row.html();
    }

    private Html difference(ArmResult arm, Quantity quantity) {
        return isBaseline(arm)
                ? Html.NONE
                : Element.of("small")
                        .add(quantity.difference(
                                arm.against(result.baseline(), quantity.metric).difference()))
                        .html();
    }

    /** The verdict with its p, or that this arm is the baseline. */
    private Html remark(ArmResult arm) {
        if (isBaseline(arm)) {
            return Element.of("span").with("class", "badge").add("baseline").html();
        }
        return result.verdict(arm.name())
                .map(ArmVerdict::verdict)
                .map(verdict -> Element.of("span")
                        .with("class", "badge " + verdict.id())
                        .add(words(verdict))
                        .html()
                        .plus(p(arm.name(), verdict)))
                .orElse(Html.NONE);
    }

    private String words(Verdict verdict) {
        String words = verdict == Verdict.NO_EFFECT_LARGER
                ? verdict.words() + " than "
                        + Quantity.of(result.primary())
                                .size(result.rule().smallestEffect().orElseThrow())
                : verdict.words();
        return result.isExploratory() ? words + ", exploratory" : words;
    }

    /** Holm's p of the metric that the verdict rests on. */
    private Html p(String arm, Verdict verdict) {
        boolean gap = verdict == Verdict.SMALLER_GAP_ONLY;
        Optional<OptionalDouble> p =
                result.comparison(arm, gap ? Metric.GAP : result.primary()).map(Comparison::pHolm);
        if (p.isEmpty() || p.get().isEmpty()) {
            return Html.NONE;
        }
        String text = PValue.of(p.get().getAsDouble());
        return Element.of("small").add(gap ? text + " (gap)" : text).html();
    }

    private boolean isBaseline(ArmResult arm) {
        return arm.name().equals(result.baseline().name());
    }
}
