package io.augstream.dataset;

import io.augstream.image.Image;
import io.augstream.settings.Section;
import io.augstream.settings.Value;
import java.util.List;

/** What {@code data.prepare.normalise} says. */
public sealed interface NormalisationChoice {
    /**
     * The normalisation of a run.
     *
     * @param training its clean, prepared training images, at least one
     * @throws DataException if the images do not have the same channels, or others than the given numbers are for
     */
    Normalisation on(List<Image> training);

    /** {@code true}, the default: fitted to the clean training images. */
    record Fitted() implements NormalisationChoice {
        @Override
        public Normalisation on(List<Image> training) {
            return Normalisation.fit(training);
        }
    }

    /** {@code false}: only scaled to 0..1. */
    record ScaleOnly() implements NormalisationChoice {
        @Override
        public Normalisation on(List<Image> training) {
            return Normalisation.scaleOnly(training.get(0).channels());
        }
    }

    /** {@code {mean: [..], std: [..]}}, fractions of full scale. */
    record Given(Normalisation normalisation) implements NormalisationChoice {
        @Override
        public Normalisation on(List<Image> training) {
            int channels = training.get(0).channels();
            if (channels != normalisation.channels()) {
                throw new DataException("data.prepare.normalise: " + normalisation.channels()
                        + " mean given, but the number of channels of the images is " + channels);
            }
            return normalisation;
        }
    }

    /** From {@code data.prepare}. */
    static NormalisationChoice from(Section prepare) {
        return prepare.find("normalise").map(NormalisationChoice::from).orElse(new Fitted());
    }

    private static NormalisationChoice from(Value value) {
        if (value.isFlag()) {
            return value.flag() ? new Fitted() : new ScaleOnly();
        }
        if (!value.isMapping()) {
            throw value.error("must be true, false or {mean: [..], std: [..]}");
        }
        return value.section().build(s -> new Given(new Normalisation(numbers(s.get("mean")), numbers(s.get("std")))));
    }

    /** A list, or one number for a single channel. */
    private static List<Double> numbers(Value value) {
        return value.isList() ? value.list().stream().map(Value::number).toList() : List.of(value.number());
    }
}
