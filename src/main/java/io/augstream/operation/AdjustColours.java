package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.pixel.Scratch;
import java.util.EnumSet;
import java.util.List;

/**
 * {@link Brightness}, {@link Contrast}, {@link Saturation} and {@link Hue} one after the other, each rounded to levels.
 *
 * @param brightness factor, in [0, 100]; 1 leaves the step out
 * @param contrast factor, likewise
 * @param saturation factor, likewise
 * @param hue shift in turns, in [−0.5, 0.5]; 0 leaves the step out
 * @param order every step once, the first first
 */
public record AdjustColours(double brightness, double contrast, double saturation, double hue, List<Step> order)
        implements PointOperation {
    /** One of the four adjustments. */
    public enum Step {
        BRIGHTNESS,
        CONTRAST,
        SATURATION,
        HUE
    }

    public AdjustColours {
        Limits.factor("brightness", brightness);
        Limits.factor("contrast", contrast);
        Limits.factor("saturation", saturation);
        Limits.hue("hue", hue);
        order = List.copyOf(order);
        if (order.size() != Step.values().length || !EnumSet.allOf(Step.class).equals(EnumSet.copyOf(order))) {
            throw new IllegalArgumentException("order must hold every step once, got " + order);
        }
    }

    @Override
    public PixelChange prepare(Image image, Scratch scratch) {
        List<PointOperation> steps =
                order.stream().filter(this::changes).map(this::operation).toList();
        return PointSequence.prepare(steps, image, scratch);
    }

    @Override
    public Image deep(Image image) {
        Image changed = image;
        for (Step step : order) {
            changed = changes(step) ? operation(step).apply(changed) : changed;
        }
        return changed;
    }

    @Override
    public boolean readsSamples() {
        return changes(Step.CONTRAST);
    }

    private boolean changes(Step step) {
        return switch (step) {
            case BRIGHTNESS -> brightness != 1;
            case CONTRAST -> contrast != 1;
            case SATURATION -> saturation != 1;
            case HUE -> hue != 0;
        };
    }

    private PointOperation operation(Step step) {
        return switch (step) {
            case BRIGHTNESS -> new Brightness(brightness);
            case CONTRAST -> new Contrast(contrast);
            case SATURATION -> new Saturation(saturation);
            case HUE -> new Hue(hue);
        };
    }
}
