package io.augstream.lab.report.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The claims and their answers; nothing where a file claims nothing. */
final class ClaimSection {
    private ClaimSection() {}

    static Html of(List<ClaimRow> claims) {
        return claims.isEmpty()
                ? Html.NONE
                : Template.named("claims.html")
                        .fill(Map.of(
                                "rows",
                                Html.join(claims.stream().map(ClaimSection::row).toList())));
    }

    private static Html row(ClaimRow claim) {
        String answer = claim.answer().replace(' ', '_').toLowerCase(Locale.ROOT);
        return Element.of("tr")
                .add(Element.of("th").with("scope", "row").add(Html.name(claim.text())))
                .add(Element.of("td").add(Html.name(claim.compared())))
                .add(Element.of("td").with("class", "number").add(claim.difference()))
                .add(Element.of("td")
                        .add(Element.of("span").with("class", "badge " + answer).add(claim.answer())))
                .add(Element.of("td").add(claim.expected()))
                .html();
    }
}
