package io.augstream.lab.report.page;

import io.augstream.lab.ArmResult;
import io.augstream.lab.EpochScores;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.LayerLook;
import io.augstream.lab.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * How the hidden layers changed over each arm's training: the saturated share of each, and the percentiles of what went into a unit of
 * the highest. Of each arm's first seed, as health is.
 */
final class LayerCards {
    private static final int MOST_CARDS = 16;
    private static final double PERCENT = 100;
    private static final double PALEST = 0.25;

    private final List<ArmResult> arms;
    private final int epochs;
    private final Ticks inputs;

    private LayerCards(List<ArmResult> arms) {
        this.arms = arms;
        epochs = arms.stream().mapToInt(arm -> looks(arm).size()).max().orElse(1);
        double[] ends = arms.stream()
                .flatMap(arm -> looks(arm).stream())
                .map(LayerCards::highest)
                .flatMapToDouble(
                        look -> DoubleStream.of(look.input().low(), look.input().high()))
                .filter(Double::isFinite)
                .toArray();
        inputs = Ticks.over(
                DoubleStream.of(ends).min().orElse(0),
                DoubleStream.of(ends).max().orElse(1));
    }

    /** Nothing where nobody looked. */
    static Html of(ExperimentResult result) {
        List<ArmResult> arms = result.arms().stream()
                .filter(arm -> !looks(arm).isEmpty())
                .limit(MOST_CARDS)
                .toList();
        return arms.isEmpty() ? Html.NONE : new LayerCards(arms).html();
    }

    private Html html() {
        List<Html> cards = arms.stream().map(this::card).toList();
        return Template.named("layers.html").fill(Map.of("cards", Html.join(cards)));
    }

    private Html card(ArmResult arm) {
        return Element.of("figure")
                .add(Element.of("figcaption").add(Html.name(arm.name())).html())
                .add(saturated(arm))
                .add(input(arm))
                .html();
    }

    private Html saturated(ArmResult arm) {
        LineChart chart = new LineChart(
                "Saturated share by layer over the epochs of " + arm.name() + ", in percent",
                epochs,
                Ticks.over(0, PERCENT));
        int layers = looks(arm).get(0).size();
        for (int i = 0; i < layers; i++) {
            int layer = i;
            double strength = layers == 1 ? 1 : PALEST + (1 - PALEST) * layer / (layers - 1);
            chart.add(
                    looks(arm).stream()
                            .map(looks -> looks.get(layer).saturated() * PERCENT)
                            .toList(),
                    strength);
        }
        return chart.html();
    }

    private Html input(ArmResult arm) {
        LineChart chart = new LineChart(
                "15th, 50th and 85th percentile of what goes into a unit over the epochs of " + arm.name(),
                epochs,
                inputs);
        chart.fill(line(arm, look -> look.input().low()), line(arm, look -> look.input()
                .high()));
        chart.add(line(arm, look -> look.input().median()), 1);
        return chart.html();
    }

    private static List<Double> line(ArmResult arm, ToDoubleFunction<LayerLook> figure) {
        List<Double> line = new ArrayList<>();
        looks(arm).forEach(looks -> line.add(figure.applyAsDouble(highest(looks))));
        return line;
    }

    private static LayerLook highest(List<LayerLook> looks) {
        return looks.get(looks.size() - 1);
    }

    private static List<List<LayerLook>> looks(ArmResult arm) {
        RunResult first = arm.runs().get(0);
        return first.epochs().stream()
                .map(EpochScores::layers)
                .filter(looks -> !looks.isEmpty())
                .toList();
    }
}
