package io.augstream.lab.report.page;

import io.augstream.lab.Answer;
import io.augstream.lab.Claim;
import io.augstream.lab.ClaimResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Statement;
import io.augstream.lab.statistics.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The claims and their answers; nothing where a file claims nothing. */
final class ClaimSection {
    private ClaimSection() {}

    static Html of(ExperimentResult experiment) {
        return experiment.claims().isEmpty()
                ? Html.NONE
                : Template.named("claims.html").fill(Map.of("rows", Html.join(rows(experiment))));
    }

    /** One a claim, with its arms, its answer and what came out. */
    static List<Html> rows(ExperimentResult experiment) {
        return experiment.claims().stream()
                .map(claim -> row(claim, experiment.isExploratory()))
                .toList();
    }

    private static Html row(ClaimResult result, boolean exploratory) {
        Claim claim = result.claim();
        return Element.of("tr")
                .add(Element.of("th")
                        .with("scope", "row")
                        .add(Html.name(claim.text()))
                        .add(compared(claim)))
                .add(Element.of("td").add(answer(result, exploratory)))
                .add(cameOut(result))
                .html();
    }

    private static Element compared(Claim claim) {
        Element small = Element.of("small").add(Html.name(claim.arm()));
        if (claim.statement() instanceof Statement.Effects effects) {
            return small.add(" over ")
                    .add(Html.name(effects.minus()))
                    .add(" against ")
                    .add(Html.name(effects.than()))
                    .add(" over ")
                    .add(Html.name(effects.thanMinus()));
        }
        return claim.statement() instanceof Statement.Against against
                ? small.add(" against ").add(Html.name(against.than()))
                : small.add(" "
                        + ((Statement.Between) claim.statement())
                                .words(claim.metric().isShare()));
    }

    /** With what was expected where that is something else. */
    private static Html answer(ClaimResult result, boolean exploratory) {
        Html badge = exploratory
                ? badge(result.answer())
                        .plus(Element.of("small").add("exploratory").html())
                : badge(result.answer());
        return result.isExpected() || result.answer() == Answer.NOT_JUDGED
                ? badge
                : badge.plus(Element.of("small")
                        .add("expected: " + result.claim().expected().words())
                        .html());
    }

    private static Html badge(Answer answer) {
        return Element.of("span")
                .with("class", "badge " + answer.id())
                .add(answer.words())
                .html();
    }

    private static Element cameOut(ClaimResult result) {
        Quantity quantity = Quantity.of(result.claim().metric());
        if (result.untold().isPresent()) {
            return Element.of("td")
                    .add(Element.of("b").add("cannot be told"))
                    .add(Element.of("small").add(result.untold().get()));
        }
        Estimate estimate = result.estimate().orElseThrow();
        boolean mean = result.claim().statement() instanceof Statement.Between;
        String p = result.pHolm().isEmpty()
                ? "too few seeds"
                : PValue.of(result.pHolm().getAsDouble());
        String unit = mean ? quantity.unit : quantity.unitOfChange();
        return Element.of("td")
                .add(Element.of("b").add(mean ? quantity.mean(estimate) : quantity.difference(estimate)))
                .add(Element.of("small")
                        .add(quantity.heading.toLowerCase(Locale.ROOT) + (unit.isEmpty() ? "" : ", " + unit)))
                .add(Element.of("small").add(p));
    }
}
