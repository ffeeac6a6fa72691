package io.augstream.pipeline;

import io.augstream.augment.AffineDistortion;
import io.augstream.augment.Augmentation;
import io.augstream.augment.ElasticDistortion;
import io.augstream.augment.Fixed;
import io.augstream.augment.RandomCrop;
import io.augstream.augment.Range;
import io.augstream.augment.Rotation;
import io.augstream.augment.RotationAndCrop;
import io.augstream.augment.Translation;
import io.augstream.image.ImageSize;
import io.augstream.image.ResizeFilter;
import io.augstream.operation.Border;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Resize;
import io.augstream.settings.Section;
import io.augstream.settings.Value;
import java.util.List;
import java.util.Optional;

/** Binds the stages that move pixels, but {@code mirror}. */
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

    static Augmentation crop(Section s) {
        Optional<ImageSize> size = s.find("size").map(StageValues::size);
        Optional<Integer> padding = s.find("padding").map(Value::integer);
        if (size.isEmpty() && padding.isEmpty()) {
            throw s.missing("size", "or 'padding'");
        }
        return new RandomCrop(size, padding.orElse(0), StageValues.border(s, Border.CONSTANT), StageValues.fill(s));
    }

    static Augmentation resize(Section s) {
        return new Fixed(new Resize(StageValues.size(s.get("size")), filter(s), antialias(s)));
    }

    /** @param neutral the value that changes nothing */
    private static Range range(Section s, String key, double neutral) {
        return s.find(key).map(StageValues::range).orElse(Range.of(neutral));
    }

    private static ResizeFilter filter(Section s) {
        return s.choice("interpolation", ResizeFilter.class, ResizeFilter.BILINEAR);
    }

    private static boolean antialias(Section s) {
        return s.flag("antialias", true);
    }

    private static Interpolation interpolation(Section s) {
        return s.choice("interpolation", Interpolation.class, Interpolation.BILINEAR);
    }
}
