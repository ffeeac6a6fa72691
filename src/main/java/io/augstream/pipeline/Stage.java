package io.augstream.pipeline;

import com.google.errorprone.annotations.CheckReturnValue;
import io.augstream.image.ImageSize;
import java.util.List;

/** One named step of a pipeline: a {@link SingleStage}, or a {@link Combinator} of others. */
@CheckReturnValue
public sealed interface Stage permits SingleStage, Combinator {
    /**
     * The kind, or the stage's {@code name:}; unique among its siblings; letters, digits, {@code _.+-} and spaces, at most
     * 100.
     */
    String name();

    /** The chance that it applies, in [0, 1]. */
    double p();

    /**
     * Draws what this stage does to an image of {@code size}: a draw for each single stage that has its turn, in order.
     * Whether it applies takes the first number of its stream, also where {@code p} is 0 or 1, so that another {@code p}
     * alone leaves the rest of the draws as they are.
     *
     * @param path what its random stream is called after: its name, behind those of the combinators that hold it, joined by
     *     {@code /}
     * @throws io.augstream.settings.SettingsException if a stage does not fit images of this size: what has to change is
     *     the pipeline file
     */
    List<Draw> draw(ImageSize size, DrawKey key, String path);
}
