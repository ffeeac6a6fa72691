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
 * <p>Settings, defaults and what they mean stand in the site's page {@code stages.md}.
 */
public final class StageCatalog {
    private static final Map<String, Function<Section, Augmentation>> KINDS = new TreeMap<>(Map.of(
            "affine",
            MoveBinder::affine,
            "crop",
            MoveBinder::crop,
            "elastic",
            MoveBinder::elastic,
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
