package io.augstream.pipeline;

import io.augstream.augment.Augmentation;
import io.augstream.augment.Fixed;
import io.augstream.augment.GaussianSmoothing;
import io.augstream.augment.MotionSmoothing;
import io.augstream.augment.Range;
import io.augstream.operation.Border;
import io.augstream.operation.BoxBlur;
import io.augstream.operation.GaussianBlur;
import io.augstream.operation.MedianBlur;
import io.augstream.settings.Section;
import io.augstream.settings.Value;
import java.util.Optional;
import java.util.OptionalInt;

/** Binds {@code smooth}. */
final class SmoothBinder {
    private enum Kind {
        GAUSSIAN,
        BOX,
        MEDIAN,
        MOTION
    }

    private SmoothBinder() {}

    static Augmentation smooth(Section s) {
        Kind kind = s.choice("kind", Kind.class, Kind.GAUSSIAN);
        // The median's edge is OpenCV's and so everybody's: of the borders, replicate alone has the usual result there.
        Border border = StageValues.border(s, kind == Kind.MEDIAN ? Border.REPLICATE : Border.REFLECT101);
        return switch (kind) {
            case GAUSSIAN -> gaussian(s, border);
            case BOX -> new Fixed(new BoxBlur(s.get("kernel_size").integer(), border));
            case MEDIAN -> new Fixed(new MedianBlur(s.get("kernel_size").integer(), border));
            case MOTION ->
                new MotionSmoothing(
                        s.get("length").integer(),
                        s.find("degrees").map(StageValues::range).orElse(Range.of(0)),
                        border);
        };
    }

    /** Of sigma and kernel size each follows from the other where only one is given. */
    private static Augmentation gaussian(Section s, Border border) {
        Optional<Range> sigma = s.find("sigma").map(StageValues::range);
        Optional<Integer> kernelSize = s.find("kernel_size").map(Value::integer);
        if (sigma.isEmpty() && kernelSize.isEmpty()) {
            throw s.missing("sigma", "or 'kernel_size'");
        }
        return new GaussianSmoothing(
                sigma.orElseGet(() -> Range.of(GaussianBlur.sigmaFor(kernelSize.orElseThrow()))),
                kernelSize.map(OptionalInt::of).orElse(OptionalInt.empty()),
                border);
    }
}
