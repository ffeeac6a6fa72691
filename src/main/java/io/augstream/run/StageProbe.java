package io.augstream.run;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.nn.Shape;
import io.augstream.pipeline.Draw;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Stage;
import io.augstream.settings.SettingsException;
import java.util.Objects;
import java.util.Optional;

/** Tries what a stage may do to images of one shape, some draws of it. */
final class StageProbe {
    private static final int DRAWS = 16;

    private StageProbe() {}

    /** What is wrong, as the rest of a sentence that begins with the stage; nothing of a stage that never applies. */
    static Optional<String> misfit(Stage stage, Shape images) {
        ImageSize size = new ImageSize(images.width(), images.height());
        Image blank = Image.of(size, images.channels(), new byte[images.size()]);
        // However rarely it applies: a training of many epochs would come upon it.
        Stage always = stage.always();
        for (int draw = 0; draw < (stage.p() > 0 ? DRAWS : 0); draw++) {
            try {
                Draw drawn = always.draw(size, new DrawKey(draw, 0, "probe"));
                ImageSize changed = drawn.resultSize(size);
                if (!changed.equals(size)) {
                    return Optional.of(
                            "turns images of " + size + " into " + changed + ", but the network takes one size");
                }
                int channels = drawn.apply(blank).channels();
                if (channels != images.channels()) {
                    return Optional.of("turns images of " + images.channels() + " channels into " + channels
                            + ", but the network takes one number");
                }
            } catch (SettingsException e) {
                // The cause tells why; the stage, which the message begins with, is told by the caller.
                Throwable misfit = Objects.requireNonNullElse(e.getCause(), e);
                return Optional.of("does not fit images of " + images + ": " + misfit.getMessage());
            }
        }
        return Optional.empty();
    }
}
