package io.augstream.lab;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.nn.Shape;
import io.augstream.pipeline.Draw;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.Stage;
import java.util.List;
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
                requireChannels(images, Pipeline.apply(List.of(drawn), blank));
            } catch (IllegalArgumentException e) {
                return Optional.of("does not fit images of " + images + ": " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private static void requireChannels(Shape images, Image changed) {
        if (changed.channels() != images.channels()) {
            throw new IllegalArgumentException("it gives " + changed.channels() + " channels");
        }
    }
}
