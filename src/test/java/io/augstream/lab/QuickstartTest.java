package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.lab.statistics.Verdict;
import io.augstream.settings.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The shipped experiment on the shipped pictures says what it should, on seeds that nobody looked at while tuning it. */
final class QuickstartTest {
    @Test
    void rotatingHelpsHeavyNoiseDoesNotAndAStageThatNeverAppliesIsIdentical() {
        Settings settings = Settings.read(Path.of("pipelines", "quickstart.yaml"))
                .with("measure.seeds", "[901, 902, 903, 904, 905]")
                .with("measure.arms", "[none, rotate, noise, mirror]")
                .with("stages.noise.std", "0.8")
                .with("stages.mirror.p", "0");

        ExperimentResult result =
                new Experiment(ExperimentSettings.from(settings, "quickstart"), ProgressListener.NONE).run();

        assertTrue(
                result.arms().get(0).estimate(Metric.GAP).mean() >= 0.10,
                "the plain network should overfit by ten points");
        assertEquals(Verdict.HELPS, verdict(result, "rotate"));
        assertNotEquals(Verdict.HELPS, verdict(result, "noise"));
        assertEquals(Verdict.IDENTICAL, verdict(result, "mirror"));
    }

    private static Verdict verdict(ExperimentResult result, String arm) {
        return result.verdict(arm).orElseThrow().verdict();
    }
}
