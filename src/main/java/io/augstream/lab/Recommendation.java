package io.augstream.lab;

import io.augstream.lab.statistics.ArmVerdict;
import io.augstream.lab.statistics.Verdict;
import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.Stage;
import io.augstream.settings.Json;
import io.augstream.settings.Settings;
import io.augstream.settings.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arm to train with: the chosen one where fresh seeds show that it helps, and the baseline otherwise. The choice saw the
 * validation split alone, and the seeds of the confirmation took no part in it: so its difference is an honest estimate, its
 * test is one and needs no correction over the arms, and an arm that does nothing is recommended in at most 2.5% of
 * experiments.
 *
 * @param confirmation of the chosen arm; absent where that is the baseline, of which there is nothing to show
 */
public record Recommendation(Choice choice, Optional<ExperimentResult> confirmation) {
    public Recommendation {
        if (choice.isBaseline() == confirmation.isPresent()) {
            throw new IllegalArgumentException("an arm beside the baseline is confirmed, and the baseline is not");
        }
    }

    public Arm arm() {
        return verdict().filter(Verdict.HELPS::equals).isPresent()
                ? choice.best().arm()
                : choice.baseline().arm();
    }

    /** What the confirmation says of the chosen arm. */
    public Optional<Verdict> verdict() {
        return confirmation
                .flatMap(result -> result.verdict(choice.best().arm().name()))
                .map(ArmVerdict::verdict);
    }

    /** The chosen arm against the baseline by the primary metric, on the fresh seeds. */
    public Optional<Comparison> comparison() {
        return confirmation.flatMap(
                result -> result.comparison(choice.best().arm().name(), choice.primary()));
    }

    /**
     * The pipeline file that trains as the recommended arm did: with its stages and changes, every default that decides
     * results, and an absolute {@code data.root}. Without {@code measure} and {@code claims}, which are of arms that it no
     * longer has the stages for.
     *
     * @param name what it is called where the experiment's file says nothing
     */
    public String file(String name) {
        Settings resolved = arm().training().resolved(name).without("measure").without("claims");
        return resolved.with("stages", Json.line(stages(arm()))).toYaml();
    }

    /** As the file writes them, in the arm's order. */
    private static List<@Nullable Object> stages(Arm arm) {
        Settings file = arm.training().file();
        List<String> names =
                Pipeline.from(file).stages().stream().map(Stage::name).toList();
        List<Value> written = file.root().list("stages");
        List<@Nullable Object> stages = new ArrayList<>();
        for (Stage stage : arm.pipeline().stages()) {
            stages.add(written.get(names.indexOf(stage.name())).plain());
        }
        return stages;
    }
}
