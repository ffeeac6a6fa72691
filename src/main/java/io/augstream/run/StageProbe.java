package io.augstream.run;

import io.augstream.image.Channels;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.nn.Shape;
import io.augstream.pipeline.Combinator;
import io.augstream.pipeline.Draw;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.SingleStage;
import io.augstream.pipeline.Stage;
import io.augstream.settings.SettingsException;
import java.util.Objects;
import java.util.Optional;

/** Tries what a stage may do to images of one shape, some draws of it. */
final class StageProbe {
    private static final int DRAWS = 16;

    private StageProbe() {}

    /**
     * What is wrong, as a sentence that begins with the stage; nothing of a stage that never applies. Of a combinator each
     * stage is tried, however rarely it is chosen: a training of many epochs would come upon it.
     */
    static Optional<String> misfit(Stage stage, Shape images) {
        return misfit(stage, stage.name(), images);
    }

    private static Optional<String> misfit(Stage stage, String path, Shape images) {
        if (stage.p() == 0) {
            return Optional.empty();
        }
        if (stage instanceof Combinator combinator) {
            return combinator.choosable().stream()
                    .flatMap(held -> misfit(held, path + "/" + held.name(), images).stream())
                    .findFirst();
        }
        return problem((SingleStage) stage, path, images).map(problem -> "stage '" + path + "' " + problem);
    }

    private static Optional<String> problem(SingleStage stage, String path, Shape images) {
        ImageSize size = new ImageSize(images.width(), images.height());
        Image blank = Image.of(size, images.channels(), new byte[images.size()]);
        SingleStage always = stage.always();
        for (int draw = 0; draw < DRAWS; draw++) {
            try {
                Draw drawn =
                        always.draw(size, new DrawKey(draw, 0, "probe"), path).get(0);
                ImageSize changed = drawn.resultSize(size);
                if (!changed.equals(size)) {
                    return Optional.of(
                            "turns images of " + size + " into " + changed + ", but the network takes one size");
                }
                int channels = drawn.apply(blank).channels();
                if (channels != images.channels()) {
                    return Optional.of("turns images of " + Channels.words(images.channels()) + " into " + channels
                            + ", but the network takes one number");
                }
            } catch (SettingsException e) {
                // The cause tells why; the stage, which the message begins with, is told by the caller.
                Throwable misfit = Objects.requireNonNullElse(e.getCause(), e);
                return Optional.of("does not fit images of " + size + " with " + Channels.words(images.channels())
                        + ": " + misfit.getMessage());
            }
        }
        return Optional.empty();
    }
}
