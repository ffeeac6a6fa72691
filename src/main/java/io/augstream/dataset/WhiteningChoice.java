package io.augstream.dataset;

import io.augstream.image.Image;
import io.augstream.settings.Item;
import io.augstream.settings.Section;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.List;

/** What {@code data.prepare.whiten} says. */
public sealed interface WhiteningChoice {
    /**
     * The input of a run's network.
     *
     * @param training its clean, prepared training images, at least one
     * @throws DataException if they cannot be whitened: too many values an image, one image alone
     */
    NetworkInput on(Normalisation normalisation, List<Image> training);

    /**
     * What fitting it takes of memory at its peak, in bytes; 0 where nothing is fitted.
     *
     * @param images to fit to
     * @param values of each
     */
    long fittingBytes(long images, long values);

    /** {@code false}, the default. */
    record None() implements WhiteningChoice {
        @Override
        public long fittingBytes(long images, long values) {
            return 0;
        }

        @Override
        public NetworkInput on(Normalisation normalisation, List<Image> training) {
            return normalisation;
        }
    }

    /**
     * {@code zca} or {@code {zca: {epsilon: 0.1}}}, fitted to the clean, normalised training images.
     *
     * @param epsilon ε, above 0: what is added to each variance. Directions that vary much less keep their size about; without it
     *     noise would come out as large as the picture. Keras has 1e-6
     */
    record Zca(double epsilon) implements WhiteningChoice {
        /** For values of variance 1 (Coates and Ng, "Learning feature representations with k-means", 2012, section 3.2). */
        private static final double USUAL_EPSILON = 0.1;

        public Zca {
            Whitening.requireEpsilon(epsilon);
        }

        @Override
        public long fittingBytes(long images, long values) {
            return ZcaFit.bytes(images, values);
        }

        @Override
        public NetworkInput on(Normalisation normalisation, List<Image> training) {
            return new ZcaFit(normalisation, training, epsilon).whitening().after(normalisation);
        }
    }

    /** From {@code data.prepare}. */
    static WhiteningChoice from(Section prepare) {
        return prepare.find("whiten").map(WhiteningChoice::from).orElse(new None());
    }

    private static WhiteningChoice from(Value value) {
        if (value.isFlag() && !value.flag()) {
            return new None();
        }
        if (!value.isText() && !value.isMapping()) {
            throw value.error("must be false, zca or {zca: {epsilon: 0.1}}");
        }
        Item item = value.item();
        if (!item.name().equals("zca")) {
            throw item.error("no such whitening: '" + item.name() + "'" + Suggestion.of(item.name(), List.of("zca")));
        }
        return item.settings().build(s -> new Zca(s.number("epsilon", Zca.USUAL_EPSILON)));
    }
}
