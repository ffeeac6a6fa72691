package io.augstream.pipeline;

import com.google.errorprone.annotations.CheckReturnValue;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Operation;
import io.augstream.settings.SettingsException;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one stage does to one image, with every choice made.
 *
 * @param stage the stage's name
 */
public record Draw(String stage, Operation operation) {
    /**
     * The image as this draw changes it.
     *
     * @throws SettingsException if the stage does not fit the image, for instance a fill of three levels a gray one: what
     *     has to change is the pipeline file
     */
    @CheckReturnValue
    public Image apply(Image image) {
        return guarded(() -> operation.apply(image));
    }

    /** Says which stage it was that does not fit. */
    <T> T guarded(Supplier<T> step) {
        return StageMisfit.named(stage, step);
    }

    /** The size that an image of {@code size} has afterwards. */
    public ImageSize resultSize(ImageSize size) {
        return operation.resultSize(size);
    }

    /**
     * The draw as texts, numbers, flags, lists and maps, ready to become JSON: {@code stage}, {@code operation} (the
     * record's name) and the record's components, all in snake case. A noise key is a text of 16 hexadecimal digits, as
     * 64 bits do not fit a JSON number.
     */
    public Map<String, Object> describe() {
        return Description.of(this);
    }
}
