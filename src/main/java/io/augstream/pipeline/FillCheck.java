package io.augstream.pipeline;

import io.augstream.image.Image;
import io.augstream.operation.Fill;
import io.augstream.operation.Operation;
import io.augstream.settings.SettingsException;
import java.util.List;
import java.util.Optional;

/**
 * Whether every fill that stages may draw has a level for each channel of an image. Of a policy or a {@code one_of} few operations
 * are drawn for an image, so that a fill which never fits may come up late in a long job; how many levels it has no draw changes.
 */
final class FillCheck {
    private static final DrawKey ANY = new DrawKey(0, 0, "fill");

    private FillCheck() {}

    /** @param above what the stages' paths begin with */
    static void require(List<Stage> stages, Image image, String above) {
        for (Stage stage : stages) {
            String path = above + stage.name();
            if (stage.p() == 0) {
                continue;
            }
            if (stage instanceof Combinator combinator) {
                require(combinator.choosable(), image, path + "/");
            } else if (stage instanceof SingleStage single) {
                fill(single, image, path)
                        .ifPresent(fill -> StageMisfit.named(path, () -> fill.requireFor(image.channels())));
            }
        }
    }

    private static Optional<Fill> fill(SingleStage stage, Image image, String path) {
        try {
            Operation drawn =
                    stage.always().draw(image.size(), ANY, path).get(0).operation();
            return drawn instanceof Record settings ? Description.component(settings, Fill.class) : Optional.empty();
        } catch (SettingsException e) {
            // The stages before it may give it an image of another size, which it takes.
            return Optional.empty();
        }
    }
}
