package io.augstream.train;

import io.augstream.settings.Item;
import io.augstream.settings.Section;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.List;

/** How the learning rate goes over a training: a factor on the full rate, which changes from step to step. */
public sealed interface Schedule permits Constant, StepDecay, Cosine, OneCycle, Plateau {
    /** As it stands in a pipeline file. */
    String name();

    /**
     * The share of the full rate for a step, at least 0.
     *
     * @param epoch what is done when the step begins, in epochs, a fraction within one; in [0, epochs]
     * @param epochs what will be done at the end, above 0
     */
    double factor(double epoch, double epochs);

    /** From a bare name, {@code cosine}, or one with settings, {@code {step: {every: 10, factor: 0.1}}}. */
    static Schedule from(Value value) {
        Item item = value.item();
        return switch (item.name()) {
            case "constant" -> item.settings().build(settings -> new Constant());
            case "step" -> item.settings().build(Schedule::step);
            case "cosine" -> item.settings().build(settings -> new Cosine());
            case "one_cycle" -> item.settings().build(Schedule::oneCycle);
            case "plateau" -> item.settings().build(Plateau::from);
            default ->
                throw item.error("no such schedule: '" + item.name() + "'"
                        + Suggestion.of(item.name(), List.of("constant", "step", "cosine", "one_cycle", "plateau")));
        };
    }

    private static StepDecay step(Section settings) {
        int every = settings.get("every").integer();
        return new StepDecay(every, settings.number("factor", 0.1));
    }

    private static OneCycle oneCycle(Section settings) {
        double rise = settings.number("rise", 0.3);
        double start = settings.number("start", 1.0 / 25);
        return new OneCycle(rise, start, settings.number("end", start / 1e4));
    }
}
