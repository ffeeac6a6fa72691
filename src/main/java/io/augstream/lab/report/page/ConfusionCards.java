package io.augstream.lab.report.page;

import io.augstream.lab.ArmResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.run.ConfusionMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the networks of each arm take for what: the whole matrix of few classes, the worst confusions of many. */
final class ConfusionCards {
    private static final int MOST_CLASSES = 12;
    private static final int WORST = 10;
    private static final int MOST_CARDS = 16;
    /** As many shades as page.css has, less the one of nothing. */
    private static final int SHADES = 9;

    private final ExperimentResult result;
    private final List<String> classes;

    ConfusionCards(ExperimentResult result) {
        this.result = result;
        this.classes = result.data().showcase().classes();
    }

    /** Nothing where no run kept its confusions. */
    Html html() {
        List<Html> cards = new ArrayList<>();
        for (ArmResult arm : result.arms()) {
            Optional<ConfusionMatrix> confusion = arm.confusion();
            if (confusion.isPresent() && cards.size() < MOST_CARDS) {
                cards.add(card(arm.name(), confusion.get()));
            }
        }
        if (cards.isEmpty()) {
            return Html.NONE;
        }
        String leftOut = cards.size() < result.arms().size()
                ? " Shown are the first " + cards.size() + " of "
                        + result.arms().size() + " arms."
                : "";
        return Template.named("confusion.html")
                .fill(Map.of(
                        "cards", Html.join(cards),
                        "figures_of", Html.text(result.figuresOf()),
                        "left_out", Html.text(leftOut)));
    }

    private Html card(String arm, ConfusionMatrix confusion) {
        boolean few = confusion.classes() <= MOST_CLASSES;
        return Card.of(Html.name(arm), few ? "matrix" : "worst", few ? matrix(confusion) : worst(confusion));
    }

    private Html matrix(ConfusionMatrix confusion) {
        Element heading =
                Element.of("tr").add(Element.of("td").with("class", "corner").add("is ↓ taken for →"));
        Element body = Element.of("tbody");
        for (int label = 0; label < confusion.classes(); label++) {
            heading.add(
                    Element.of("th").with("scope", "col").add(Element.of("span").add(Html.name(classes.get(label)))));
            Element row =
                    Element.of("tr").add(Element.of("th").with("scope", "row").add(Html.name(classes.get(label))));
            for (int said = 0; said < confusion.classes(); said++) {
                row.add(cell(confusion.count(label, said), confusion.images(label), label == said));
            }
            body.add(row);
        }
        return Element.of("thead").add(heading).html().plus(body.html());
    }

    /** In percent of the class's images; empty for none at all. */
    private static Element cell(int count, int images, boolean right) {
        double share = images == 0 ? 0 : (double) count / images;
        int shade = count == 0 ? 0 : 1 + (int) Math.min(SHADES - 1, Math.floor(share * SHADES));
        return Element.of("td")
                .with("class", (right ? "right h" : "h") + shade)
                .with("title", count + " of " + images)
                .add(count == 0 ? "" : Long.toString(Math.round(100 * share)));
    }

    private Html worst(ConfusionMatrix confusion) {
        Element body = Element.of("tbody");
        for (ConfusionMatrix.Confusion one : confusion.worst(WORST)) {
            body.add(Element.of("tr")
                    .add(Element.of("td").add(Html.name(classes.get(one.label()))))
                    .add(Element.of("td").add(Html.name(classes.get(one.said()))))
                    .add(Element.of("td").add(String.format(Locale.ROOT, "%.0f%%", 100 * one.share()))));
        }
        Element heading = Element.of("tr");
        for (String name : List.of("is", "taken for", "share")) {
            heading.add(Element.of("th").with("scope", "col").add(name));
        }
        return Element.of("thead").add(heading).html().plus(body.html());
    }
}
