package io.augstream.pipeline;

import io.augstream.augment.Augmentation;
import io.augstream.augment.GaussianNoise;
import io.augstream.augment.Range;
import io.augstream.augment.SaltAndPepperNoise;
import io.augstream.augment.ShotNoise;
import io.augstream.augment.SpeckleNoise;
import io.augstream.augment.UniformNoise;
import io.augstream.settings.Section;

/** Binds {@code noise}. */
final class NoiseBinder {
    private enum Kind {
        GAUSSIAN,
        SALT_AND_PEPPER,
        SHOT,
        SPECKLE,
        UNIFORM
    }

    private NoiseBinder() {}

    static Augmentation noise(Section s) {
        boolean perChannel = s.flag("per_channel", true);
        return switch (s.choice("kind", Kind.class, Kind.GAUSSIAN)) {
            case GAUSSIAN -> new GaussianNoise(strength(s, "std"), perChannel);
            case SALT_AND_PEPPER ->
                new SaltAndPepperNoise(strength(s, "amount"), s.number("salt_share", 0.5), perChannel);
            case SHOT -> new ShotNoise(strength(s, "scale"), perChannel);
            case SPECKLE -> new SpeckleNoise(strength(s, "std"), perChannel);
            case UNIFORM -> new UniformNoise(strength(s, "width"), perChannel);
        };
    }

    private static Range strength(Section s, String key) {
        return StageValues.range(s.get(key));
    }
}
