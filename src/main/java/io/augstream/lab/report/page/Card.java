package io.augstream.lab.report.page;

/** A table with its title, one of several that stand beside each other where there is room. */
final class Card {
    private Card() {}

    /** @param content what stands in the table */
    static Html of(Html title, String style, Html content) {
        return Element.of("figure")
                .with("class", "card")
                .add(Element.of("figcaption").add(title))
                .add(Element.of("table").with("class", style).add(content))
                .html();
    }
}
