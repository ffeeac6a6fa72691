package io.augstream.pipeline;

import io.augstream.augment.Augmentation;
import io.augstream.augment.Cutout;
import io.augstream.augment.Fixed;
import io.augstream.augment.Selection;
import io.augstream.operation.Autocontrast;
import io.augstream.operation.Axis;
import io.augstream.operation.Brightness;
import io.augstream.operation.Contrast;
import io.augstream.operation.Equalize;
import io.augstream.operation.Gamma;
import io.augstream.operation.Grayscale;
import io.augstream.operation.Hue;
import io.augstream.operation.Invert;
import io.augstream.operation.Jpeg;
import io.augstream.operation.Mirror;
import io.augstream.operation.Posterize;
import io.augstream.operation.Saturation;
import io.augstream.operation.Sharpness;
import io.augstream.operation.Solarize;
import io.augstream.settings.Item;
import io.augstream.settings.Section;
import io.augstream.settings.SettingsException;
import io.augstream.settings.Suggestion;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The kinds of stage that a pipeline file may name, and how each binds its settings. A new kind is one binder and one
 * line here.
 *
 * <p>Settings, defaults and what they mean stand in the site's page {@code stages.md}.
 */
public final class StageCatalog {
    private static final Map<String, Function<Section, Augmentation>> KINDS = new TreeMap<>(Map.ofEntries(
            kind("affine", MoveBinder::affine),
            kind("autocontrast", s -> new Fixed(new Autocontrast())),
            kind("brightness", ColourBinder.strength("factor", Brightness::new)),
            kind("centre_crop", FrameBinder::centreCrop),
            kind("colour_jitter", ColourBinder::jitter),
            kind("contrast", ColourBinder.strength("factor", Contrast::new)),
            kind("crop", FrameBinder::crop),
            kind("elastic", MoveBinder::elastic),
            kind("equalize", s -> new Fixed(new Equalize())),
            kind("erase", s -> new Cutout(StageValues.size(s.get("size")), StageValues.fill(s))),
            kind("gamma", ColourBinder.strength("gamma", Gamma::new)),
            kind("grayscale", s -> new Fixed(new Grayscale())),
            kind("hue", ColourBinder.strength("shift", Hue::new)),
            kind("invert", s -> new Fixed(new Invert())),
            kind("jpeg", ColourBinder.whole("quality", Jpeg::of)),
            kind("mirror", s -> new Fixed(new Mirror(s.choice("axis", Axis.class, Axis.HORIZONTAL)))),
            kind("noise", NoiseBinder::noise),
            kind("pad", FrameBinder::pad),
            kind("perspective", MoveBinder::perspective),
            kind("posterize", ColourBinder.whole("bits", Posterize::of)),
            kind("random_resized_crop", FrameBinder::randomResizedCrop),
            kind("resize", FrameBinder::resize),
            kind("rotate", MoveBinder::rotate),
            kind("rotate_and_crop", MoveBinder::rotateAndCrop),
            kind("saturation", ColourBinder.strength("factor", Saturation::new)),
            kind("scale", MoveBinder::scale),
            kind("sharpness", ColourBinder.strength("factor", Sharpness::new)),
            kind("shear", MoveBinder::shear),
            kind("shift", MoveBinder::shift),
            kind("smooth", SmoothBinder::smooth),
            kind("solarize", ColourBinder.strength("threshold", Solarize::new))));

    /** Those that hold stages, and which of them apply. */
    private static final Map<String, Function<Section, Selection>> COMBINATORS = new TreeMap<>(Map.of(
            "one_of",
            CombinatorBinder::oneOf,
            "random_order",
            s -> new Selection.AnyOrder(),
            "sequence",
            s -> new Selection.All(),
            "some_of",
            CombinatorBinder::someOf,
            "sometimes",
            CombinatorBinder::sometimes));

    /** Those that are made of stages, and of combinators, by themselves. */
    private static final Map<String, Function<Section, Stage>> POLICIES = new TreeMap<>(Map.of(
            "rand_augment", PolicyBinder::randAugment,
            "trivial_augment_wide", PolicyBinder::trivialAugmentWide));

    private StageCatalog() {}

    private static Map.Entry<String, Function<Section, Augmentation>> kind(
            String name, Function<Section, Augmentation> binder) {
        return Map.entry(name, binder);
    }

    /** The names of all kinds that change an image themselves, in the order of the alphabet. */
    public static Set<String> kinds() {
        return Collections.unmodifiableSet(KINDS.keySet());
    }

    /** The names of all kinds that hold stages, in the order of the alphabet. */
    public static Set<String> combinators() {
        return Collections.unmodifiableSet(COMBINATORS.keySet());
    }

    /** The names of all policies, in the order of the alphabet. */
    public static Set<String> policies() {
        return Collections.unmodifiableSet(POLICIES.keySet());
    }

    /** All names that an item of {@code stages} may have. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>(kinds());
        all.addAll(combinators());
        all.addAll(policies());
        return all;
    }

    /**
     * Binds one item of {@code stages}.
     *
     * @throws io.augstream.settings.SettingsException if the kind or one of its settings is unknown or wrong
     */
    static Stage bind(Item item) {
        Function<Section, Stage> binder = binder(item.name()).orElseThrow(() -> unknown(item));
        return item.settings().build(binder);
    }

    /** What makes a stage of its settings; nothing where there is no such kind. */
    static Optional<Function<Section, Stage>> binder(String kind) {
        Function<Section, Augmentation> single = KINDS.get(kind);
        if (single != null) {
            return Optional.of(s -> new SingleStage(s.text("name", kind), s.number("p", 1), single.apply(s)));
        }
        Function<Section, Selection> combinator = COMBINATORS.get(kind);
        return combinator == null
                ? Optional.ofNullable(POLICIES.get(kind))
                : Optional.of(s -> new Combinator(
                        s.text("name", kind), s.number("p", 1), StageList.bind(s.get("stages")), combinator.apply(s)));
    }

    private static SettingsException unknown(Item item) {
        return item.error("no stage is called '" + item.name() + "'" + Suggestion.of(item.name(), all()));
    }
}
