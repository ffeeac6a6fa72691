package io.augstream.train;

import io.augstream.nn.Parameter;
import io.augstream.settings.Section;
import java.util.List;

/**
 * Keeps a step small where the loss is steep. Acts on ∂E/∂w, before any regularisation adds to it: first by value, each
 * number to [−value, value], then by norm (Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural
 * networks", 2013): with ‖g‖₂ over all parameters together, g ← g·min(1, norm / ‖g‖₂).
 *
 * @param norm the largest norm, above 0; infinite for none
 * @param value the largest size of a number, above 0; infinite for none
 */
public record GradientClipping(double norm, double value) {
    public static final GradientClipping NONE =
            new GradientClipping(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    public GradientClipping {
        aboveZero("norm", norm);
        aboveZero("value", value);
    }

    /** From {@code {norm: 1}}, {@code {value: 0.5}}, or both. */
    static GradientClipping from(Section section) {
        return section.build(settings -> {
            if (settings.find("norm").isEmpty() && settings.find("value").isEmpty()) {
                throw settings.missing("norm", "or 'value'");
            }
            return new GradientClipping(
                    settings.number("norm", Double.POSITIVE_INFINITY),
                    settings.number("value", Double.POSITIVE_INFINITY));
        });
    }

    /** Clips the gradients where they lie. Sums in doubles in a fixed order, so that it gives the same bits anywhere. */
    void apply(List<Parameter> parameters) {
        if (value != Double.POSITIVE_INFINITY) {
            for (Parameter parameter : parameters) {
                clamp(parameter.gradient(), (float) value);
            }
        }
        if (norm != Double.POSITIVE_INFINITY) {
            double squares = 0;
            for (Parameter parameter : parameters) {
                squares += squares(parameter.gradient());
            }
            double now = Math.sqrt(squares);
            if (now > norm) {
                for (Parameter parameter : parameters) {
                    scale(parameter.gradient(), (float) (norm / now));
                }
            }
        }
    }

    private static void clamp(float[] gradient, float limit) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = Math.max(-limit, Math.min(limit, gradient[i]));
        }
    }

    /** Two sums at a time, so that an addition need not wait for the one before. */
    private static double squares(float[] gradient) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < gradient.length; i += 2) {
            even += (double) gradient[i] * gradient[i];
            odd += (double) gradient[i + 1] * gradient[i + 1];
        }
        return i < gradient.length ? even + odd + (double) gradient[i] * gradient[i] : even + odd;
    }

    private static void scale(float[] gradient, float factor) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
        }
    }

    private static void aboveZero(String setting, double limit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException(setting + " must be a number above 0, got " + limit);
        }
    }
}
