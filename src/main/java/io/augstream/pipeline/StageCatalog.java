package io.augstream.pipeline;

import io.augstream.augment.Augmentation;
import io.augstream.augment.Cutout;
import io.augstream.augment.Fixed;
import io.augstream.operation.Axis;
import io.augstream.operation.Mirror;
import io.augstream.settings.Item;
import io.augstream.settings.Section;
import io.augstream.settings.Suggestion;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The kinds of stage that a pipeline file may name, and how each binds its settings. A new kind is one binder and one
 * line here.
 *
 * <table>
 * <caption>Settings and their defaults; those without one must be given</caption>
 * <tr><td>every stage</td><td>{@code p} 1, the chance that it applies; {@code name}, its kind</td></tr>
 * <tr><td>rotate</td><td>{@code degrees}; {@code interpolation} bilinear; {@code border} constant; {@code fill} 0;
 *     {@code expand} false</td></tr>
 * <tr><td>rotate_and_crop</td><td>{@code degrees}; {@code size}, the input's; {@code keep_aspect} false;
 *     {@code interpolation} bilinear</td></tr>
 * <tr><td>mirror</td><td>{@code axis} horizontal</td></tr>
 * <tr><td>shift</td><td>{@code pixels}, whole, drawn for either axis; {@code border} constant; {@code fill} 0</td></tr>
 * <tr><td>erase</td><td>{@code size}; {@code fill} 0</td></tr>
 * <tr><td>smooth</td><td>{@code kind} gaussian; {@code border} reflect101, of median replicate<br>
 *     gaussian: {@code sigma} or {@code kernel_size} or both; box, median: {@code kernel_size};
 *     motion: {@code length}, {@code degrees} 0</td></tr>
 * <tr><td>noise</td><td>{@code kind} gaussian; {@code per_channel} true<br>
 *     gaussian, speckle: {@code std}; salt_and_pepper: {@code amount}, {@code salt_share} 0.5; shot: {@code scale};
 *     uniform: {@code width}</td></tr>
 * </table>
 *
 * <p>A setting that says how strong a stage is has no default, so that a file always tells it. It may be a number, always
 * taken, or {@code [lower, upper]}, drawn uniformly an image; {@code kernel_size} and {@code length} are whole numbers.
 * Unlike torchvision's and Albumentations', a single {@code degrees: 15} is 15 degrees and not a range about 0.
 */
public final class StageCatalog {
    private static final Map<String, Function<Section, Augmentation>> KINDS = new TreeMap<>(Map.of(
            "erase",
            s -> new Cutout(StageValues.size(s.get("size")), StageValues.fill(s)),
            "mirror",
            s -> new Fixed(new Mirror(s.choice("axis", Axis.class, Axis.HORIZONTAL))),
            "noise",
            NoiseBinder::noise,
            "rotate",
            MoveBinder::rotate,
            "rotate_and_crop",
            MoveBinder::rotateAndCrop,
            "shift",
            MoveBinder::shift,
            "smooth",
            SmoothBinder::smooth));

    private StageCatalog() {}

    /** The names of all kinds, in the order of the alphabet. */
    public static Set<String> kinds() {
        return Collections.unmodifiableSet(KINDS.keySet());
    }

    /**
     * Binds one item of {@code stages}.
     *
     * @throws io.augstream.settings.SettingsException if the kind or one of its settings is unknown or wrong
     */
    static Stage bind(Item item) {
        Function<Section, Augmentation> binder = KINDS.get(item.name());
        if (binder == null) {
            throw item.error("no stage is called '" + item.name() + "'" + Suggestion.of(item.name(), kinds()));
        }
        return item.settings()
                .build(section ->
                        new Stage(section.text("name", item.name()), section.number("p", 1), binder.apply(section)));
    }
}
