package io.augstream.pipeline;

import io.augstream.image.ImageSize;
import io.augstream.settings.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds for stages side by side, be it in a pipeline or in a combinator. */
final class StageList {
    /** As an experiment's: it stands in tables, CSV files and folders. Without the slash that joins paths. */
    static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+ -]{0,99}");

    private StageList() {}

    /** @throws IllegalArgumentException if the name or the chance is none */
    static void check(String name, double p) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must start with a letter, a digit or '_' and hold at most 100"
                    + " letters, digits, '_', '.', '+', '-' and spaces, got '" + name + "'");
        }
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p must lie in [0, 1], got " + p);
        }
    }

    /**
     * Binds a list of a pipeline file.
     *
     * @throws io.augstream.settings.SettingsException if a stage is wrong, or called as one before it
     */
    static List<Stage> bind(Value list) {
        List<Stage> stages = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Value item : list.list()) {
            Stage stage = StageCatalog.bind(item.item());
            if (!names.add(stage.name())) {
                throw item.error(twice(stage.name()));
            }
            stages.add(stage);
        }
        return List.copyOf(stages);
    }

    /** @throws IllegalArgumentException if two stages have one name */
    static List<Stage> distinct(List<Stage> stages) {
        Set<String> names = new HashSet<>();
        for (Stage stage : stages) {
            if (!names.add(stage.name())) {
                throw new IllegalArgumentException(twice(stage.name()));
            }
        }
        return List.copyOf(stages);
    }

    /**
     * What the stages do, one after another, each drawn for the size that the image then has.
     *
     * @param above what their paths begin with: nothing, or a combinator's path and a slash
     */
    static List<Draw> draw(List<Stage> stages, ImageSize size, DrawKey key, String above) {
        List<Draw> draws = new ArrayList<>(stages.size());
        ImageSize current = size;
        for (Stage stage : stages) {
            for (Draw draw : stage.draw(current, key, above + stage.name())) {
                draws.add(draw);
                current = draw.resultSize(current);
            }
        }
        return draws;
    }

    private static String twice(String name) {
        return "two stages are called '" + name
                + "', but a stage's draws depend on its name; give one of them another by 'name:'";
    }
}
