package io.augstream.pipeline;

import io.augstream.augment.Augmentation;
import io.augstream.image.ImageSize;
import io.augstream.operation.MisfitException;
import io.augstream.operation.Unchanged;
import io.augstream.random.CounterRandom;
import io.augstream.settings.SettingsException;
import java.util.regex.Pattern;

/**
 * One named step of a pipeline.
 *
 * @param name what the random stream is called after: the kind, or the stage's {@code name:}; unique in its pipeline; letters, digits, {@code _.+-}
 *     and spaces, at most 100
 * @param p the chance that it applies, in [0, 1]
 */
public record Stage(String name, double p, Augmentation augmentation) {
    /** As an experiment's: it stands in tables, CSV files and folders. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+ -]{0,99}");

    public Stage {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must start with a letter, a digit or '_' and hold at most 100"
                    + " letters, digits, '_', '.', '+', '-' and spaces, got '" + name + "'");
        }
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p must lie in [0, 1], got " + p);
        }
    }

    /**
     * Draws what this stage does to an image of {@code size}. Whether it applies takes the first number of the stage's
     * stream, also where {@code p} is 0 or 1, so that another {@code p} alone leaves the drawn parameters as they are.
     *
     * @throws SettingsException if the stage does not fit images of this size: what has to change is the pipeline file
     */
    public Draw draw(ImageSize size, DrawKey key) {
        CounterRandom random = key.random(name);
        boolean applies = random.nextDouble() < p;
        try {
            return new Draw(name, applies ? augmentation.draw(size, random) : new Unchanged());
        } catch (MisfitException e) {
            throw new SettingsException("stage '" + name + "': " + e.getMessage(), e);
        }
    }

    /** This stage with a {@code p} of 1: to try what it may do, however rarely it does it. */
    public Stage always() {
        return new Stage(name, 1, augmentation);
    }
}
