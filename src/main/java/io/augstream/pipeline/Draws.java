package io.augstream.pipeline;

import io.augstream.settings.Json;
import io.augstream.settings.SettingsException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws as JSON and back. What was drawn for one image can be kept, and applied to it again (the same bytes come out) or to
 * another: the other picture of a stereo pair, the next frame.
 */
public final class Draws {
    private Draws() {}

    /** On one line: a list of what {@link Draw#describe} tells, as manifests have it. */
    public static String json(List<Draw> draws) {
        return Json.line(draws.stream().map(Draw::describe).toList());
    }

    /**
     * The way back from {@link #json}. {@link Pipeline#apply(List, io.augstream.image.Image)} applies them.
     *
     * @throws SettingsException if the text is no list of draws; the message is one line and tells which draw is wrong and
     *     what is allowed
     */
    public static List<Draw> parse(String json) {
        Object plain;
        try {
            plain = Json.parse(json);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("draws: " + e.getMessage(), e);
        }
        return of(plain);
    }

    /**
     * As {@link #parse}, of JSON that is read already, such as the {@code draws} of a manifest's line.
     *
     * @param plain what {@link Json#parse} gave
     * @throws SettingsException as there
     */
    public static List<Draw> of(@Nullable Object plain) {
        if (!(plain instanceof List<?> list)) {
            throw new SettingsException("draws: must be a list of draws");
        }
        List<Draw> draws = new ArrayList<>();
        for (Object draw : list) {
            try {
                draws.add(DrawBinder.bind(draw));
            } catch (IllegalArgumentException e) {
                throw new SettingsException("draws[" + draws.size() + "]: " + e.getMessage(), e);
            }
        }
        return List.copyOf(draws);
    }
}
