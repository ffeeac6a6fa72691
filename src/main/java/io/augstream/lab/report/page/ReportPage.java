package io.augstream.lab.report.page;

import io.augstream.lab.ExperimentResult;
import io.augstream.lab.ExperimentSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * report.html: one file that loads nothing. Scripts and style stand in it and are named by their hashes in its policy, data
 * is JSON in an element that is not run, and names are escaped wherever they appear. The same arguments give the same text.
 */
public final class ReportPage {
    private ReportPage() {}

    /**
     * @param provenance as in report.json
     * @param recommended which arm to train with and why, in paragraphs; none where nobody asked
     * @param notes what one has to know to read the figures, in paragraphs
     */
    public static String of(
            ExperimentSettings settings,
            ExperimentResult result,
            Map<String, ?> provenance,
            List<String> recommended,
            List<String> notes) {
        String style = UPlot.style() + "\n" + Resource.beside("page.css");
        String uPlot = UPlot.script();
        String script = Resource.beside("page.js");
        Headline headline = new Headline(settings, result);
        Map<String, Html> slots = new LinkedHashMap<>();
        slots.put("policy", Html.text(ContentPolicy.of(style, uPlot, script)));
        slots.put("style", new Html(style));
        slots.put("uplot", new Html(uPlot));
        slots.put("script", new Html(script));
        slots.put("name", Html.text(result.name()));
        slots.put("question", Html.text(headline.question()));
        slots.put("answer", headline.answer());
        slots.put("claims", ClaimSection.of(result));
        slots.put("worth", WorthSection.of(result.worth()));
        slots.put("recommendation", RecommendationSection.of(recommended));
        slots.put("arms", new ArmTable(result).html());
        slots.put("charts", IntervalFigures.of(result));
        slots.put("curves", new CurveSwitches(result).html());
        slots.put("samples", new SampleDraws(settings, result).html());
        slots.put("health", HealthCards.of(result));
        slots.put("layers", LayerCards.of(result));
        slots.put("confusion", new ConfusionCards(result).html());
        slots.put("notes", Html.paragraphs(notes));
        slots.put("file", Html.text(settings.resolved()));
        slots.put("provenance", ProvenanceList.of(provenance));
        return Template.named("page.html").fill(slots).markup();
    }
}
