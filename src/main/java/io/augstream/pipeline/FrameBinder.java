package io.augstream.pipeline;

import io.augstream.augment.Augmentation;
import io.augstream.augment.CentreCrop;
import io.augstream.augment.Fixed;
import io.augstream.augment.PadToSize;
import io.augstream.augment.RandomCrop;
import io.augstream.augment.RandomResizedCrop;
import io.augstream.augment.Range;
import io.augstream.image.ImageSize;
import io.augstream.image.ResizeFilter;
import io.augstream.operation.Border;
import io.augstream.operation.Fill;
import io.augstream.operation.Pad;
import io.augstream.operation.Resize;
import io.augstream.settings.Section;
import io.augstream.settings.Value;
import java.util.Optional;

/** Binds the stages that change the frame: how large it is, and what of the picture it shows. */
final class FrameBinder {
    private FrameBinder() {}

    static Augmentation crop(Section s) {
        Optional<ImageSize> size = s.find("size").map(StageValues::size);
        Optional<Integer> padding = s.find("padding").map(Value::integer);
        if (size.isEmpty() && padding.isEmpty()) {
            throw s.missing("size", "or 'padding'");
        }
        return new RandomCrop(size, padding.orElse(0), StageValues.border(s, Border.CONSTANT), StageValues.fill(s));
    }

    /** A border or its fill, where the file names one, says that the picture may be smaller. */
    static Augmentation centreCrop(Section s) {
        ImageSize size = StageValues.size(s.get("size"));
        boolean widens = s.find("border").isPresent() || s.find("fill").isPresent();
        Border border = StageValues.border(s, Border.CONSTANT);
        return new CentreCrop(size, widens ? Optional.of(border) : Optional.empty(), StageValues.fill(s));
    }

    static Augmentation pad(Section s) {
        Optional<Value> pixels = s.find("pixels");
        Optional<ImageSize> size = s.find("size").map(StageValues::size);
        Border border = StageValues.border(s, Border.CONSTANT);
        Fill fill = StageValues.fill(s);
        if (pixels.isPresent() && size.isPresent()) {
            throw pixels.get().error("tells how much is added, and 'size' up to what: give one of them");
        }
        if (size.isPresent()) {
            return new PadToSize(size.get(), border, fill);
        }
        return new Fixed(pad(pixels.orElseThrow(() -> s.missing("pixels", "or 'size'")), border, fill));
    }

    private static Pad pad(Value pixels, Border border, Fill fill) {
        if (pixels.isMapping()) {
            return pixels.section().build(sides -> pad(sides, border, fill));
        }
        int each = pixels.integer();
        return new Pad(each, each, each, each, border, fill);
    }

    private static Pad pad(Section sides, Border border, Fill fill) {
        if (sides.keys().isEmpty()) {
            throw sides.missing("left", "or 'top', 'right' or 'bottom'");
        }
        return new Pad(
                sides.integer("left", 0),
                sides.integer("top", 0),
                sides.integer("right", 0),
                sides.integer("bottom", 0),
                border,
                fill);
    }

    static Augmentation resize(Section s) {
        return new Fixed(new Resize(StageValues.size(s.get("size")), filter(s), antialias(s)));
    }

    static Augmentation randomResizedCrop(Section s) {
        return new RandomResizedCrop(
                s.find("size").map(StageValues::size),
                s.find("scale").map(StageValues::range).orElse(new Range(0.08, 1)),
                s.find("ratio").map(StageValues::range).orElse(new Range(3 / 4.0, 4 / 3.0)),
                filter(s),
                antialias(s));
    }

    private static ResizeFilter filter(Section s) {
        return s.choice("interpolation", ResizeFilter.class, ResizeFilter.BILINEAR);
    }

    private static boolean antialias(Section s) {
        return s.flag("antialias", true);
    }
}
