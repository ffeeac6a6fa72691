package io.augstream.lab.report.page;

import io.augstream.lab.Answer;
import io.augstream.lab.Claim;
import io.augstream.lab.ClaimResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The claims and their answers; nothing where a file claims nothing. */
final class ClaimSection {
    private ClaimSection() {}

    static Html of(List<ClaimResult> claims) {
        return claims.isEmpty()
                ? Html.NONE
                : Template.named("claims.html")
                        .fill(Map.of(
                                "rows",
                                Html.join(claims.stream().map(ClaimSection::row).toList())));
    }

    /** The claim with its arms, its answer and the difference. */
    static Html row(ClaimResult result) {
        Claim claim = result.claim();
        return Element.of("tr")
                .add(Element.of("th")
                        .with("scope", "row")
                        .add(Html.name(claim.text()))
                        .add(compared(claim)))
                .add(Element.of("td").add(answer(result)))
                .add(difference(result))
                .html();
    }

    private static Element compared(Claim claim) {
        return Element.of("small").add(Html.name(claim.arm())).add(" against ").add(Html.name(claim.than()));
    }

    /** With what was expected where that is something else. */
    private static Html answer(ClaimResult result) {
        Html badge = badge(result.answer());
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

    private static Element difference(ClaimResult result) {
        Quantity quantity = Quantity.of(result.claim().metric());
        String p = result.pHolm().isEmpty()
                ? "too few seeds"
                : PValue.of(result.pHolm().getAsDouble());
        return Element.of("td")
                .add(Element.of("b").add(quantity.difference(result.paired().difference())))
                .add(Element.of("small").add(quantity.heading.toLowerCase(Locale.ROOT) + unit(quantity)))
                .add(Element.of("small").add(p));
    }

    private static String unit(Quantity quantity) {
        return quantity.unit.isEmpty() ? "" : ", " + quantity.unitOfChange();
    }
}
