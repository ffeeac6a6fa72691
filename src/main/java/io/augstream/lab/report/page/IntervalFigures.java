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
            case TEST_ACCURACY, TRAIN_ACCURACY, TRAIN_LOSS, TEST_LOSS -> quantity.heading;
        };
    }

    private static String reading(Quantity quantity) {
        return switch (quantity) {
            case GAP, LOSS_GAP -> "less is less overfitting";
            case TEST_ACCURACY, TRAIN_ACCURACY -> "more is better";
            case TRAIN_LOSS, TEST_LOSS -> "less is better";
        };
    }
}
