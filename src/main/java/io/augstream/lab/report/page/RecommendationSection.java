package io.augstream.lab.report.page;

import java.util.List;
import java.util.Map;

/** Which arm to train with, and what fresh seeds say of it; nothing where nobody asked. */
final class RecommendationSection {
    private RecommendationSection() {}

    /** @param paragraphs in ASCII, as on the terminal */
    static Html of(List<String> paragraphs) {
        List<String> set = paragraphs.stream()
                .map(paragraph -> paragraph.replace(" +-", "\u00a0\u00b1"))
                .toList();
        return set.isEmpty()
                ? Html.NONE
                : Template.named("recommendation.html").fill(Map.of("paragraphs", Html.paragraphs(set)));
    }
}
