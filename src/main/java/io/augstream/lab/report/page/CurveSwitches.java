package io.augstream.lab.report.page;

import io.augstream.lab.ArmResult;
import io.augstream.lab.ExperimentResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The curves' section: a checkbox an arm, which page.js listens to, and the places that it draws in. */
final class CurveSwitches {
    /** As many colours as page.css has; further arms get them again, with dashes. */
    static final int COLOURS = 8;

    private final ExperimentResult result;

    CurveSwitches(ExperimentResult result) {
        this.result = result;
    }

    Html html() {
        Set<String> shown = shown();
        List<Html> switches = new ArrayList<>();
        for (int i = 0; i < result.arms().size(); i++) {
            String name = result.arms().get(i).name();
            switches.add(armSwitch(i, name, shown.contains(name)));
        }
        String bands = result.seeds().size() > 1
                ? "Lines are means over the seeds, bands their 95% intervals."
                : "There is one seed, so there are no bands.";
        return Template.named("curves.html")
                .fill(Map.of(
                        "switches", Html.join(switches),
                        "bands",
                                Html.text(bands
                                        + (endsEarly() ? " A line ends where the first seed of its arm stopped." : "")),
                        "data", EmbeddedJson.of(Curves.of(result))));
    }

    private boolean endsEarly() {
        return result.arms().stream().anyMatch(arm -> arm.runs().stream()
                .anyMatch(run -> run.epochs().size() > Curves.epochs(arm)));
    }

    private static Html armSwitch(int index, String name, boolean on) {
        Element box = Element.empty("input").with("type", "checkbox").with("data-arm", Integer.toString(index));
        if (on) {
            box.with("checked", "checked");
        }
        return Element.of("label")
                .with("class", "switch")
                .add(box)
                .add(Element.of("i").with("class", "c" + index % COLOURS + (index < COLOURS ? "" : " dashed")))
                .add(Html.name(name))
                .add(Element.of("span").with("class", "reading"))
                .html();
    }

    /** All where they have colours of their own; else the first ones, the baseline among them. */
    private Set<String> shown() {
        Set<String> shown = new LinkedHashSet<>();
        shown.add(result.baseline().name());
        result.arms().stream().map(ArmResult::name).limit(COLOURS).forEach(shown::add);
        return shown;
    }
}
