package io.augstream.pipeline;

import io.augstream.augment.Augmentation;
import io.augstream.augment.Rotation;
import io.augstream.augment.RotationAndCrop;
import io.augstream.augment.Translation;
import io.augstream.operation.Border;
import io.augstream.operation.Interpolation;
import io.augstream.settings.Section;

/** Binds the stages that move pixels: {@code rotate}, {@code rotate_and_crop} and {@code shift}. */
final class MoveBinder {
    private MoveBinder() {}

    static Augmentation rotate(Section s) {
        return new Rotation(
                StageValues.range(s.get("degrees")),
                interpolation(s),
                StageValues.border(s, Border.CONSTANT),
                StageValues.fill(s),
                s.flag("expand", false));
    }

    static Augmentation rotateAndCrop(Section s) {
        return new RotationAndCrop(
                StageValues.range(s.get("degrees")),
                s.find("size").map(StageValues::size),
                s.flag("keep_aspect", false),
                interpolation(s));
    }

    static Augmentation shift(Section s) {
        return new Translation(
                StageValues.range(s.get("pixels")), StageValues.border(s, Border.CONSTANT), StageValues.fill(s));
    }

    private static Interpolation interpolation(Section s) {
        return s.choice("interpolation", Interpolation.class, Interpolation.BILINEAR);
    }
}
