package io.augstream.pipeline;

import io.augstream.augment.AffineDistortion;
import io.augstream.augment.Augmentation;
import io.augstream.augment.ElasticDistortion;
import io.augstream.augment.PerspectiveDistortion;
import io.augstream.augment.Range;
import io.augstream.augment.Rotation;
import io.augstream.augment.RotationAndCrop;
import io.augstream.augment.Strength;
import io.augstream.augment.Translation;
import io.augstream.operation.Axis;
import io.augstream.operation.Border;
import io.augstream.operation.Fill;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Scale;
import io.augstream.operation.Shear;
import io.augstream.settings.Section;
import java.util.List;

/** Binds the stages that move pixels within the frame, and those that turn it, but {@code mirror}. */
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
                StageValues.wholeRange(s.get("pixels")), StageValues.border(s, Border.CONSTANT), StageValues.fill(s));
    }

    static Augmentation affine(Section s) {
        List<String> strengths = List.of("degrees", "shear", "shear_y", "scale", "aspect", "pixels");
        if (strengths.stream().allMatch(key -> s.find(key).isEmpty())) {
            throw s.missing("degrees", "or 'shear', 'shear_y', 'scale', 'aspect' or 'pixels'");
        }
        return new AffineDistortion(
                range(s, "degrees", 0),
                range(s, "shear", 0),
                range(s, "shear_y", 0),
                range(s, "scale", 1),
                range(s, "aspect", 1),
                range(s, "pixels", 0),
                interpolation(s),
                StageValues.border(s, Border.CONSTANT),
                StageValues.fill(s));
    }

    static Augmentation elastic(Section s) {
        return new ElasticDistortion(
                StageValues.range(s.get("alpha")),
                StageValues.range(s.get("sigma")),
                interpolation(s),
                StageValues.border(s, Border.CONSTANT),
                StageValues.fill(s));
    }

    static Augmentation perspective(Section s) {
        return new PerspectiveDistortion(
                StageValues.range(s.get("distortion")),
                interpolation(s),
                StageValues.border(s, Border.CONSTANT),
                StageValues.fill(s));
    }

    static Augmentation scale(Section s) {
        Range factor = StageValues.range(s.get("factor"));
        Interpolation interpolation = interpolation(s);
        Border border = StageValues.border(s, Border.CONSTANT);
        Fill fill = StageValues.fill(s);
        return new Strength(factor, drawn -> new Scale(drawn, interpolation, border, fill));
    }

    static Augmentation shear(Section s) {
        Range degrees = StageValues.range(s.get("degrees"));
        Axis axis = s.choice("axis", Axis.class, Axis.HORIZONTAL);
        Interpolation interpolation = interpolation(s);
        Border border = StageValues.border(s, Border.CONSTANT);
        Fill fill = StageValues.fill(s);
        return new Strength(degrees, drawn -> new Shear(drawn, axis, interpolation, border, fill));
    }

    /** @param neutral the value that changes nothing */
    private static Range range(Section s, String key, double neutral) {
        return s.find(key).map(StageValues::range).orElse(Range.of(neutral));
    }

    private static Interpolation interpolation(Section s) {
        return s.choice("interpolation", Interpolation.class, Interpolation.BILINEAR);
    }
}
