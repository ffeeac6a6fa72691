package io.augstream.pipeline;

import static java.util.Objects.requireNonNull;

import io.augstream.settings.Item;
import io.augstream.settings.SettingsException;
import io.augstream.settings.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The stages of a pipeline as they were written.
 *
 * @param plain each of the outer list, as plain maps, lists and scalars
 * @param places file and line of each stage, by its path
 */
record Written(List<Object> plain, Map<String, String> places) {
    static final Written NOTHING = new Written(List.of(), Map.of());

    /** @param stages as bound from {@code list} */
    static Written of(Value list, List<Stage> stages) {
        List<Object> plain = new ArrayList<>();
        list.list().forEach(item -> plain.add(requireNonNull(item.plain())));
        Map<String, String> places = new HashMap<>();
        collect(list, stages, "", places);
        return new Written(List.copyOf(plain), Map.copyOf(places));
    }

    private static void collect(Value list, List<Stage> stages, String above, Map<String, String> places) {
        List<Value> items = list.list();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i).item();
            Stage stage = stages.get(i);
            String path = above + stage.name();
            places.put(path, item.settings().place());
            if (stage instanceof Combinator combinator) {
                // A policy brings stages that nobody wrote.
                item.settings()
                        .find("stages")
                        .ifPresent(inner -> collect(inner, combinator.stages(), path + "/", places));
            }
        }
    }

    Written only(int index) {
        return new Written(List.of(plain.get(index)), places);
    }

    /** What {@code step} gives; of a stage that does not fit, the complaint says where that was written, and which image it was. */
    <T> T located(String image, Supplier<T> step) {
        try {
            return step.get();
        } catch (SettingsException e) {
            throw located(image, e);
        }
    }

    /** As {@link #located(String, Supplier)}, of a step that gives nothing. */
    void located(String image, Runnable step) {
        try {
            step.run();
        } catch (SettingsException e) {
            throw located(image, e);
        }
    }

    private SettingsException located(String image, SettingsException complaint) {
        if (complaint.getCause() instanceof StageMisfit misfit && !places.isEmpty()) {
            String stage = place(misfit.stage()) + ": stage '" + misfit.stage() + "'";
            return new SettingsException(stage + ", image '" + image + "': " + misfit.getMessage(), misfit);
        }
        return complaint;
    }

    private String place(String stage) {
        String path = stage;
        while (!places.containsKey(path) && path.contains("/")) {
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return requireNonNull(places.get(path), stage);
    }
}
