package io.augstream.lab;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * How the hidden layers changed over a training, in a number each, from what was seen of them after every epoch. What cannot be told is
 * an {@link IllegalArgumentException} that says why.
 */
final class LayerTrace {
    private final List<List<LayerLook>> epochs;

    /** @param epochs of a run that was looked at */
    LayerTrace(List<EpochScores> epochs) {
        this.epochs = epochs.stream()
                .map(EpochScores::layers)
                .filter(layers -> !layers.isEmpty())
                .toList();
        if (this.epochs.isEmpty()) {
            throw new IllegalArgumentException("no epoch ended, or the network has no hidden layer");
        }
    }

    /** The mean over the epochs of the saturated share of the lowest hidden layer's outputs. */
    double saturatedLowest() {
        return lowest(LayerLook::saturated).average().orElseThrow();
    }

    /** The same of the highest. */
    double saturatedHighest() {
        return highest(LayerLook::saturated).average().orElseThrow();
    }

    /**
     * How far the median of what goes into the first unit of the highest hidden layer wandered: from its least to its greatest, over the
     * mean distance between the 15th and the 85th percentile.
     */
    double unitShift() {
        DoubleSummaryStatistics medians = highest(look -> look.input().median()).summaryStatistics();
        return told((medians.getMax() - medians.getMin()) / widths().average().orElseThrow());
    }

    /** By what the distance between the 15th and the 85th percentile changed: its greatest over its least. */
    double unitStretch() {
        DoubleSummaryStatistics widths = widths().summaryStatistics();
        return told(widths.getMax() / widths.getMin());
    }

    private DoubleStream widths() {
        return highest(look -> look.input().width());
    }

    private DoubleStream lowest(ToDoubleFunction<LayerLook> figure) {
        return epochs.stream().mapToDouble(layers -> figure.applyAsDouble(layers.get(0)));
    }

    private DoubleStream highest(ToDoubleFunction<LayerLook> figure) {
        return epochs.stream().mapToDouble(layers -> figure.applyAsDouble(layers.get(layers.size() - 1)));
    }

    private static double told(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "what goes into the activation is always the same, no number, or not to be seen, as of a ReLU behind a batch norm");
        }
        return value;
    }
}
