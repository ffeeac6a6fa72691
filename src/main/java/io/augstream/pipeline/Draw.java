package io.augstream.pipeline;

import io.augstream.image.ImageSize;
import io.augstream.operation.Operation;
import java.util.Map;

/**
 * What one stage does to one image, with every choice made.
 *
 * @param stage the stage's name
 */
public record Draw(String stage, Operation operation) {
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
