package io.augstream.lab.report.page;

import io.augstream.lab.ClaimResult;
import io.augstream.lab.ExperimentResult;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/** index.html beside the folders of several experiments: a row a claim, and a way to each experiment's own page. */
public final class IndexPage {
    private static final String COLUMNS = "3";

    private IndexPage() {}

    /** @param experiments each in a folder of its name */
    public static String of(List<ExperimentResult> experiments) {
        String style = Resource.beside("page.css");
        return Template.named("index.html")
                .fill(Map.of(
                        "policy", Html.text(ContentPolicy.withoutScripts(style)),
                        "style", new Html(style),
                        "headline", Html.text(headline(experiments)),
                        "answer", Html.text(answer(experiments)),
                        "experiments",
                                Html.join(experiments.stream()
                                        .map(IndexPage::rows)
                                        .toList())))
                .markup();
    }

    private static String headline(List<ExperimentResult> experiments) {
        return counted(claims(experiments).size(), "claim") + " of " + counted(experiments.size(), "experiment");
    }

    private static String answer(List<ExperimentResult> experiments) {
        List<ClaimResult> claims = claims(experiments);
        long expected = claims.stream().filter(ClaimResult::isExpected).count();
        return expected == claims.size()
                ? "All were answered as their files expect."
                : expected + " were answered as their files expect, " + (claims.size() - expected) + " were not.";
    }

    private static List<ClaimResult> claims(List<ExperimentResult> experiments) {
        return experiments.stream()
                .flatMap(experiment -> experiment.claims().stream())
                .toList();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static Html rows(ExperimentResult experiment) {
        Element name = Element.of("th")
                .with("scope", "rowgroup")
                .with("colspan", COLUMNS)
                .add(Element.of("a").with("href", page(experiment.name())).add(Html.name(experiment.name())));
        Element body = Element.of("tbody").add(Element.of("tr").add(name));
        ClaimSection.rows(experiment).forEach(body::add);
        if (experiment.claims().isEmpty()) {
            body.add(Element.of("tr")
                    .add(Element.of("td").with("colspan", COLUMNS).add("claims nothing")));
        }
        return body.html();
    }

    private static String page(String name) {
        try {
            return new URI(null, null, name + "/report.html", null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an experiment's name is fit for a folder, got '" + name + "'", e);
        }
    }
}
