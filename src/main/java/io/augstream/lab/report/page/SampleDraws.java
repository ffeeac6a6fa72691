package io.augstream.lab.report.page;

import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.image.ImageSize;
import io.augstream.image.Resizing;
import io.augstream.lab.Arm;
import io.augstream.lab.ArmResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.ExperimentSettings;
import io.augstream.lab.Showcase;
import io.augstream.lab.Specimen;
import io.augstream.pipeline.Copies;
import io.augstream.pipeline.Draw;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.Stage;
import io.augstream.settings.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Training images as each arm saw them: the very draws of the first seed's first epochs, by the rule that the training
 * follows. Arms whose pictures are the same share them.
 */
final class SampleDraws {
    private static final int EPOCHS = 4;
    /** A wider or higher picture is shown smaller: pages of many megabytes are opened by nobody. */
    private static final int LARGEST_SIDE = 96;

    private static final int MOST_CARDS = 16;

    /** What decides an arm's pictures. */
    private record Choice(List<Stage> stages, Copies copies) {}

    private final ExperimentSettings settings;
    private final ExperimentResult result;
    private final Showcase showcase;

    SampleDraws(ExperimentSettings settings, ExperimentResult result) {
        this.settings = settings;
        this.result = result;
        this.showcase = result.data().showcase();
    }

    /** The stages of an arm; none where the settings do not know it. */
    static List<Stage> stages(ExperimentSettings settings, String arm) {
        return arm(settings, arm).map(known -> known.pipeline().stages()).orElse(List.of());
    }

    private static Optional<Arm> arm(ExperimentSettings settings, String name) {
        return settings.measure().arms().stream()
                .filter(known -> known.name().equals(name))
                .findFirst();
    }

    private Choice choice(String arm) {
        OptionalInt copies = arm(settings, arm)
                .map(known -> known.training().copies().number())
                .orElse(OptionalInt.empty());
        List<Stage> stages = stages(settings, arm);
        // More copies than epochs that are shown look like fresh draws, and without stages all copies are alike.
        int shown = stages.isEmpty() ? 1 : Math.min(copies.orElse(EPOCHS), EPOCHS);
        return new Choice(stages, new Copies(OptionalInt.of(shown)));
    }

    /** Nothing where there are no pictures to show. */
    Html html() {
        if (showcase.specimens().isEmpty()) {
            return Html.NONE;
        }
        Map<Choice, List<String>> arms = new LinkedHashMap<>();
        result.arms().stream().map(ArmResult::name).forEach(arm -> arms.computeIfAbsent(
                        choice(arm), key -> new ArrayList<>())
                .add(arm));
        List<Html> cards = arms.entrySet().stream()
                .limit(MOST_CARDS)
                .map(card -> card(card.getValue(), card.getKey()))
                .toList();
        return Template.named("samples.html")
                .fill(Map.of(
                        "seed", Html.text(Long.toString(showcase.seed())),
                        "cards", Html.join(cards),
                        "left_out", Html.text(leftOut(arms.size() - cards.size()) + reduced())));
    }

    private static String leftOut(int cards) {
        return cards == 0 ? "" : " Of " + cards + " more choices of stages there are no pictures here.";
    }

    private String reduced() {
        ImageSize size = showcase.specimens().get(0).image().size();
        return shownSize(size).equals(size) ? "" : " They are shown smaller than the " + size + " that was trained on.";
    }

    private Html card(List<String> arms, Choice choice) {
        int epochs = choice.stages().isEmpty() ? 0 : EPOCHS;
        Element heading = Element.of("tr").add(Element.of("td")).add(column("original"));
        for (int epoch = 1; epoch <= epochs; epoch++) {
            heading.add(column("epoch " + epoch));
        }
        Element body = Element.of("tbody");
        showcase.specimens().forEach(specimen -> body.add(row(specimen, choice, epochs)));
        return Card.of(
                title(arms), "pictures", Element.of("thead").add(heading).html().plus(body.html()));
    }

    private Html title(List<String> arms) {
        return arms.size() == result.arms().size() && arms.size() > 1
                ? Html.text("all arms alike")
                : Html.join(arms.stream().map(Html::name).toList(), ", ");
    }

    private static Html column(String heading) {
        return Element.of("th").with("scope", "col").add(heading).html();
    }

    private Html row(Specimen specimen, Choice choice, int epochs) {
        Pipeline pipeline = Pipeline.of(choice.stages());
        Element row = Element.of("tr")
                .add(Element.of("th")
                        .with("scope", "row")
                        .with("title", specimen.id())
                        .add(Html.name(showcase.classes().get(specimen.label()))));
        row.add(picture(specimen.image(), specimen.id()));
        for (int epoch = 0; epoch < epochs; epoch++) {
            DrawKey key = new DrawKey(showcase.seed(), choice.copies().drawnIn(epoch), specimen.id());
            List<Draw> draws = pipeline.draw(specimen.image().size(), key);
            row.add(picture(Pipeline.apply(draws, specimen.image()), described(draws)));
        }
        return row.html();
    }

    private static String described(List<Draw> draws) {
        return draws.stream().map(draw -> Json.line(draw.describe())).collect(Collectors.joining("; "));
    }

    /** At 8 bits, which is what a screen shows. */
    private static Element picture(Image seen, String text) {
        Image image = seen.at(Depth.EIGHT_BIT);
        ImageSize size = shownSize(image.size());
        Image shown = size.equals(image.size()) ? image : Resizing.resize(image, size);
        String data = Base64.getEncoder().encodeToString(ImageFiles.encodePng(shown));
        return Element.of("td")
                .add(Element.empty("img")
                        .with("src", "data:image/png;base64," + data)
                        .with("width", Integer.toString(size.width()))
                        .with("height", Integer.toString(size.height()))
                        .with("alt", text)
                        .with("title", text));
    }

    private static ImageSize shownSize(ImageSize size) {
        double factor = (double) LARGEST_SIDE / Math.max(size.width(), size.height());
        return factor >= 1
                ? size
                : new ImageSize(Math.max(1, (int) Math.round(size.width() * factor)), Math.max(1, (int)
                        Math.round(size.height() * factor)));
    }
}
