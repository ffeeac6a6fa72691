package io.augstream.run;

import io.augstream.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What two resolved pipeline files say differently, of all that has a say in results. */
public final class FileDifferences {
    private static final int MOST = 3;

    private FileDifferences() {}

    /**
     * The first few, each as {@code train.epochs was 10 and is 20}; none where they say the same.
     *
     * @param withoutASay keys that may differ, and those below them
     */
    public static List<String> between(String before, Settings now, List<String> withoutASay) {
        Map<String, String> was = flat(before);
        Map<String, String> is = flat(now.toYaml());
        TreeSet<String> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            String here = is.getOrDefault(key, "not set");
            String there = was.getOrDefault(key, "not set");
            if (!here.equals(there) && withoutASay.stream().noneMatch(name -> isIn(key, name))) {
                differences.add(key + " was " + there + " and is " + here);
            }
        }
        int more = differences.size() - MOST;
        return more <= 0
                ? differences
                : List.of(String.join("; ", differences.subList(0, MOST)), "and " + more + " more");
    }

    private static Map<String, String> flat(String yaml) {
        return Settings.parse(yaml, "pipeline.yaml", Path.of("/")).flat();
    }

    private static boolean isIn(String key, String name) {
        return key.equals(name) || key.startsWith(name + ".") || key.startsWith(name + "[");
    }
}
