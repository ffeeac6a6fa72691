package io.augstream.lab.report.page;

import io.augstream.lab.ExperimentResult;

/** The primary metric's chart and the gap's beside it, or test accuracy's where the gap itself is the primary metric. */
final class IntervalFigures {
    private IntervalFigures() {}

    static Html of(ExperimentResult result) {
        Quantity primary = Quantity.of(result.primary());
        return figure(result, primary)
                .plus(figure(result, primary == Quantity.GAP ? Quantity.TEST_ACCURACY : Quantity.GAP));
    }

    private static Html figure(ExperimentResult result, Quantity quantity) {
        return Element.of("figure")
                .add(Element.of("figcaption")
                        .add(caption(quantity) + " ")
                        .add(Element.of("small").add(quantity.unit + ", " + reading(quantity))))
                .add(new IntervalChart(result, quantity).html())
                .html();
    }

    private static String caption(Quantity quantity) {
        return switch (quantity) {
            case GAP -> "Gap, train minus test accuracy";
            case LOSS_GAP -> "Loss gap, test minus train cross-entropy";
            default -> quantity.heading;
        };
    }

    private static String reading(Quantity quantity) {
        if (quantity == Quantity.GAP || quantity == Quantity.LOSS_GAP) {
            return "less is less overfitting";
        }
        return quantity.metric.isLessBetter() ? "less is better" : "more is better";
    }
}
