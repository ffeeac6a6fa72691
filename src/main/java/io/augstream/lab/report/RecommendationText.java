package io.augstream.lab.report;

import io.augstream.lab.Arm;
import io.augstream.lab.Choice;
import io.augstream.lab.Comparison;
import io.augstream.lab.Metric;
import io.augstream.lab.Recommendation;
import io.augstream.lab.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A recommendation in sentences: what was chosen by what, and what fresh seeds say of it. ASCII only but for names. */
public final class RecommendationText {
    private static final int WIDTH = 80;
    private static final String INDENT = "  ";
    private static final String COMMENT = "# ";

    private final Recommendation recommendation;

    private RecommendationText(Recommendation recommendation) {
        this.recommendation = recommendation;
    }

    /** For a terminal of 80 columns, each line ended by a line feed. */
    public static String of(Recommendation recommendation) {
        return "recommendation\n" + lines(recommendation, INDENT);
    }

    /** The same as comments of the recommended file. */
    static String comment(Recommendation recommendation) {
        return lines(recommendation, COMMENT);
    }

    private static String lines(Recommendation recommendation, String before) {
        return paragraphs(recommendation).stream()
                .flatMap(text -> Notes.broken(onOneLine(text), WIDTH - before.length()).stream())
                .map(line -> before + line + "\n")
                .collect(Collectors.joining());
    }

    /** A sentence or a few each. */
    static List<String> paragraphs(Recommendation recommendation) {
        return new RecommendationText(recommendation).paragraphs();
    }

    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>(List.of(recommended(), chosen()));
        recommendation.comparison().ifPresent(comparison -> paragraphs.add(confirmed(comparison)));
        recommendation.confirmation().map(Notes::coverage).ifPresent(paragraphs::add);
        return paragraphs;
    }

    private String recommended() {
        Arm arm = recommendation.arm();
        Arm baseline = recommendation.choice().baseline().arm();
        return "Recommended: " + arm.name() + (arm.equals(baseline) ? ", the baseline." : ".");
    }

    private String chosen() {
        Choice choice = recommendation.choice();
        String best = "Chosen on the validation split: of " + choice.arms() + " arms, "
                + choice.best().arm().name() + " had the best mean " + choice.words() + " over the seeds "
                + Notes.seeds(choice.seeds()) + ", " + mean(choice.best(), choice.primary());
        String rest = choice.isBaseline()
                ? ". It is the baseline itself, so there was nothing to confirm."
                : ", against " + mean(choice.baseline(), choice.primary()) + " of "
                        + choice.baseline().arm().name() + ".";
        return best + rest + " Ties fall to fewest stages, then to the baseline, then to the file's order.";
    }

    private String confirmed(Comparison comparison) {
        Figure figure = Figure.of(comparison.metric());
        TableRow.Cell difference = figure.difference(comparison.paired().difference());
        return "Confirmation: on the fresh seeds " + Notes.seeds(freshSeeds()) + ", " + comparison.arm() + " changed "
                + comparison.metric().words() + " against " + comparison.baseline() + " by " + difference.mean() + " +-"
                + difference.halfWidth() + " " + figure.unitOfChange() + " (95% interval over "
                + freshSeeds().size() + " seeds, p "
                + PValue.related(comparison.paired().p().orElseThrow()) + "): " + verdict();
    }

    private List<Long> freshSeeds() {
        return recommendation.confirmation().orElseThrow().seeds();
    }

    private String verdict() {
        return switch (recommendation.verdict().orElseThrow()) {
            case HELPS -> "it helps.";
            case HURTS -> "it hurts. So the baseline is recommended.";
            case IDENTICAL -> "it trains exactly as the baseline, which is recommended.";
            case SMALLER_GAP_ONLY, NO_EFFECT_LARGER, NO_EFFECT_SHOWN ->
                "not shown to help. So the baseline is recommended.";
        };
    }

    private static String mean(Choice.Scored scored, Metric metric) {
        Estimate alone = new Estimate(scored.mean(), OptionalDouble.empty());
        return Figure.of(metric).mean(alone).mean() + (metric.isShare() ? "%" : " nats");
    }

    /** Names may hold line ends, which would end a comment, and characters that YAML allows nowhere. */
    private static String onOneLine(String text) {
        return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
