package io.augstream.preview;

import io.augstream.image.Image;
import io.augstream.targets.Course;
import io.augstream.targets.Targets;
import java.util.List;

/**
 * An image of a contact sheet.
 *
 * @param name what the sheet calls it; the sample id that its draws depend on
 * @param targets what moves with it; {@link Targets#NONE} for nothing
 */
public record Subject(String name, Image image, Targets targets) {
    /** @throws IllegalArgumentException if the mask is of another size than the image, or a box or a point lies outside of it */
    public Subject {
        targets = new Course(image.size(), List.of()).move(targets);
    }
}
