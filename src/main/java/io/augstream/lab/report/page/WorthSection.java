package io.augstream.lab.report.page;

import io.augstream.lab.WorthResult;
import java.util.List;
import java.util.Map;

/** How many images arms are worth; nothing where no arm was asked about. */
final class WorthSection {
    private WorthSection() {}

    static Html of(List<WorthResult> worth) {
        return worth.isEmpty()
                ? Html.NONE
                : Template.named("worth.html")
                        .fill(Map.of(
                                "rows",
                                Html.join(worth.stream().map(WorthSection::row).toList())));
    }

    private static Html row(WorthResult result) {
        return Element.of("tr")
                .add(Element.of("th")
                        .with("scope", "row")
                        .add(Html.name(result.arm().name())))
                .add(Element.of("td").add(result.sentence()))
                .html();
    }
}
