package io.augstream.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.lab.Choice;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.ExperimentSettings;
import io.augstream.lab.Recommendation;
import io.augstream.lab.Recommendations;
import io.augstream.lab.Results;
import io.augstream.settings.SettingsException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecommendationTextTest {
    private static final double[] HALF = {0.5, 0.5, 0.5, 0.5, 0.5};

    /** Differences of 8, 9, 10, 11 and 12 points: mean 10, deviation the root of 2.5, and t of 4 degrees 2.776: 1.963. */
    @Test
    void anArmThatHelpsIsToldWithItsDifferenceOnFreshSeeds() {
        assertEquals(
                """
                recommendation
                  Recommended: mirror.
                  Chosen on the validation split: of 2 arms, mirror had the best mean validation
                  accuracy over the seeds 1 to 5, 75.0%, against 50.0% of none. Ties fall to
                  fewest stages, then to the baseline, then to the file's order.
                  Confirmation: on the fresh seeds 1 to 5, mirror changed test accuracy against
                  none by +10.0 +-2.0 points (95% interval over 5 seeds, p < 0.001): it helps.
                  Intervals cover initial weights, sample order, augmentation and dropout draws,
                  draw of the training images; not the choice of the 252 that these are drawn
                  from, nor of test images.
                """,
                RecommendationText.of(recommended("mirror", 0.58, 0.59, 0.60, 0.61, 0.62)));
    }

    @Test
    void anArmThatWasNotShownToHelpLeavesTheBaseline() {
        String text = RecommendationText.of(recommended("mirror", 0.6, 0.4, 0.5, 0.6, 0.4));

        assertTrue(text.startsWith("recommendation\n  Recommended: none, the baseline.\n"), text);
        assertTrue(flat(text).contains("p = 1.000): not shown to help. So the baseline is recommended."), text);
    }

    @Test
    void anArmThatHurtsIsSaidTo() {
        String text = RecommendationText.of(recommended("mirror", 0.42, 0.41, 0.40, 0.39, 0.38));

        assertTrue(flat(text).contains("by -10.0 +-2.0 points"), text);
        assertTrue(flat(text).contains("it hurts. So the baseline is recommended."), text);
    }

    @Test
    void aBaselineThatIsBestItselfHasNothingToConfirm() {
        ExperimentSettings settings = Recommendations.settings("{seeds: 5, arms: [none, mirror]}");
        ExperimentResult result = Results.of(Results.arm("none", HALF, HALF), Results.arm("mirror", HALF, HALF));
        String text =
                RecommendationText.of(new Recommendation(Choice.among(settings.measure(), result), Optional.empty()));

        assertTrue(text.startsWith("recommendation\n  Recommended: none, the baseline.\n"), text);
        assertTrue(flat(text).contains("50.0%. It is the baseline itself, so there was nothing to confirm."), text);
    }

    /** A line end in a name would end the comment, and what follows it would be a key of the file. */
    @Test
    void noNameLeavesTheComment() {
        String hostile = "a\\nstages: []\\r\\u2028x: 1\\u0085y: 1\\u0007";

        SettingsException refused =
                assertThrows(SettingsException.class, () -> recommended(hostile, 0.6, 0.6, 0.6, 0.6, 0.6));

        assertTrue(String.valueOf(refused.getMessage()).contains("an arm's name must be of one line"));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** @param yamlName as it stands between double quotes in the file */
    private static Recommendation recommended(String yamlName, double... test) {
        ExperimentSettings settings =
                Recommendations.settings("{seeds: 5, arms: [none, {name: \"" + yamlName + "\", stages: [mirror]}]}");
        String name = settings.measure().arms().get(1).name();
        double[] validation = {0.75, 0.75, 0.75, 0.75, 0.75};
        ExperimentResult result = Results.of(Results.arm("none", HALF, HALF), Results.arm(name, validation, test));
        return Recommendations.of(result, result, settings);
    }
}
