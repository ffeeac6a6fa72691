package io.augstream.lab;

import io.augstream.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/** Recommendations from figures made by hand. */
public final class Recommendations {
    private Recommendations() {}

    /** A file that is never trained: its data need not be there. */
    public static ExperimentSettings settings(String measure) {
        return ExperimentSettings.from(
                Settings.parse(
                        """
                        data: {root: data, validation: 0.2}
                        stages:
                          - rotate: {degrees: [-30, 30], p: 0.5}
                          - mirror
                          - noise: {std: 5e-2}
                        network: [flatten, dense: {units: classes}]
                        train: {epochs: 3, batch: 4, weight_decay: 5e-4}
                        measure: %s
                        """
                                .formatted(measure),
                        "drawn.yaml",
                        Path.of("/pictures")),
                "drawn");
    }

    /** The choice of {@code chosen}, and what its fresh runs came to beside those of the baseline. */
    public static Recommendation of(ExperimentResult first, ExperimentResult fresh, ExperimentSettings settings) {
        return new Recommendation(Choice.among(settings.measure(), first), Optional.of(fresh));
    }
}
