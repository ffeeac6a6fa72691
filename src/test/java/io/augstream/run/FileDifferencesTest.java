package io.augstream.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FileDifferencesTest {
    private static final String FILE =
            """
            name: a
            stages: [{rotate: {degrees: [-5, 5]}}, mirror]
            train: {epochs: 3, learning_rate: 5e-4, threads: 2}
            measure: {seeds: 5}
            """;

    @Test
    void theSameFileWrittenAnewHasNone() {
        assertEquals(List.of(), differences(FILE));
    }

    @Test
    void whatHasNoSayMayDiffer() {
        assertEquals(
                List.of(),
                differences(FILE.replace("name: a", "name: b")
                        .replace("threads: 2", "threads: 7")
                        .replace("seeds: 5", "seeds: 6")));
    }

    @Test
    void eachIsToldByItsPath() {
        assertEquals(List.of("train.epochs was 3 and is 4"), differences(FILE.replace("epochs: 3", "epochs: 4")));
        assertEquals(List.of("stages[1] was mirror and is not set"), differences(FILE.replace(", mirror]", "]")));
    }

    @Test
    void ofManyTheFirstThreeAreTold() {
        String other = "stages: [a, b, c]\ntrain: {epochs: 4, learning_rate: 5e-4}\n";
        assertEquals(
                List.of(
                        "stages[0] was not set and is a; stages[0].rotate.degrees[0] was -5 and is not set;"
                                + " stages[0].rotate.degrees[1] was 5 and is not set",
                        "and 3 more"),
                differences(other));
    }

    private static List<String> differences(String now) {
        Settings before = Settings.parse(FILE, "p.yaml", Path.of("/"));
        return FileDifferences.between(
                before.toYaml(),
                Settings.parse(now, "p.yaml", Path.of("/")),
                List.of("name", "measure", "train.threads"));
    }
}
