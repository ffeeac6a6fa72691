package io.augstream.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.lab.ArmResult;
import io.augstream.lab.EpochScores;
import io.augstream.lab.Measurements;
import io.augstream.lab.Results;
import io.augstream.lab.RunHealth;
import io.augstream.lab.RunResult;
import io.augstream.train.Score;
import io.augstream.train.health.Beginning;
import io.augstream.train.health.Cause;
import io.augstream.train.health.Diagnosis;
import io.augstream.train.health.HealthMap;
import io.augstream.train.health.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class HealthNoteTest {
    @Test
    void networksThatTrainAreCounted() {
        assertEquals(
                "Health of 4 runs: 3 healthy, 1 converged.",
                HealthNote.of(Results.of(
                        arm("none", Verdict.HEALTHY, Verdict.CONVERGED),
                        arm("turn", Verdict.HEALTHY, Verdict.HEALTHY))));
    }

    @Test
    void thoseThatDoNotAreNamedByArmWithTheFirstOnesStory() {
        assertEquals(
                "Health: of arm turn 2 dead of 3 seeds (dead from step 51: why; likely not told by what was seen; try"
                        + " another learning_rate).",
                HealthNote.of(Results.of(
                        arm("none", Verdict.HEALTHY, Verdict.HEALTHY, Verdict.HEALTHY),
                        arm("turn", Verdict.HEALTHY, Verdict.DEAD, Verdict.DEAD))));
    }

    @Test
    void whereNobodyLookedThereIsNothingToSay() {
        assertEquals("", HealthNote.of(Results.of(Results.arm("none", new int[] {900}, new int[] {800}))));
    }

    private static ArmResult arm(String name, Verdict... verdicts) {
        Score score = new Score(0.5, 1);
        List<RunResult> runs = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Diagnosis diagnosis = new Diagnosis(verdict, 50, "why", Cause.UNKNOWN, List.of());
            runs.add(new RunResult(
                    runs.size() + 1,
                    List.of(new EpochScores(1, score, score, score)),
                    1,
                    null,
                    OptionalInt.empty(),
                    Optional.of(new RunHealth(
                            diagnosis,
                            new Beginning(Double.NaN, Double.NaN, Double.NaN),
                            new HealthMap(List.of(), List.of(), List.of()))),
                    Optional.empty(),
                    new Measurements(Map.of(), Map.of())));
        }
        return new ArmResult(name, runs);
    }
}
