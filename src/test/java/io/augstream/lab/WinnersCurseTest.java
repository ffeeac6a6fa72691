package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.lab.statistics.Verdict;
import io.augstream.lab.statistics.VerdictRule;
import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/**
 * Four arms without any effect, over drawn experiments of 5 seeds. A run has luck, of deviation 0.02, which its
 * validation and its test accuracy share; each has noise of deviation 0.01 of its own.
 */
final class WinnersCurseTest {
    private static final int EXPERIMENTS = 2000;

    /** Fewer where verdicts are reached, which takes a millisecond each. */
    private static final int CONFIRMED = 400;

    private static final double LUCK = 0.02;
    private static final double NOISE = 0.01;
    private static final DataSummary DATA = new DataSummary(10, 200, 200, 20, 100, "8x8x1", Map.of());
    private static final ExperimentSettings SETTINGS =
            Recommendations.settings("{seeds: 5, arms: [none, mirror, rotate, noise]}");

    /**
     * The largest of four standard normals is 1.0294 on average, a mean over five seeds deviates by √((LUCK² + NOISE²) / 5) =
     * 0.01, and LUCK² / (LUCK² + NOISE²) = 0.8 of a lead on the validation split is one on the test split too.
     */
    @Test
    void theSeedsThatChoseFlatterTheWinnerAndFreshSeedsDoNot() {
        double flattered = 0;
        double honest = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            ExperimentResult first = drawn(i, "first");
            Choice choice = Choice.among(SETTINGS.measure(), first);
            flattered += difference(first, choice);
            honest += difference(drawn(i, "fresh"), choice);
        }
        // A difference of two means over five runs, over so many experiments: three standard errors.
        double error = Math.sqrt(2 * (LUCK * LUCK + NOISE * NOISE) / 5 / EXPERIMENTS);
        assertEquals(0.8 * 1.0294 * 0.01, flattered / EXPERIMENTS, 3 * error);
        assertEquals(0, honest / EXPERIMENTS, 3 * error);
    }

    /** Two-sided at 5%, and of a false effect half are harm: 2.5%, in the 99.8% binomial band. */
    @Test
    void anArmThatDoesNothingIsRecommendedInOneOfFortyConfirmations() {
        int confirmations = 0;
        int recommended = 0;
        for (int i = 0; confirmations < CONFIRMED; i++) {
            Choice choice = Choice.among(SETTINGS.measure(), drawn(i, "first"));
            if (!choice.isBaseline()) {
                confirmations++;
                Recommendation recommendation = new Recommendation(choice, Optional.of(confirmation(choice, i)));
                boolean helps =
                        recommendation.verdict().filter(Verdict.HELPS::equals).isPresent();
                assertEquals(helps ? choice.best().arm() : choice.baseline().arm(), recommendation.arm());
                recommended += helps ? 1 : 0;
            }
        }
        BinomialDistribution band = new BinomialDistribution(null, confirmations, 0.025);
        assertTrue(band.cumulativeProbability(recommended) > 0.001, "recommended: " + recommended);
        assertTrue(band.cumulativeProbability(recommended - 1) < 0.999, "recommended: " + recommended);
    }

    private static double difference(ExperimentResult result, Choice choice) {
        return arm(result, choice.best().arm().name())
                .against(result.baseline(), Metric.TEST_ACCURACY)
                .difference()
                .mean();
    }

    /** The fresh runs of the chosen arm and the baseline alone, judged. */
    private static ExperimentResult confirmation(Choice choice, int experiment) {
        ExperimentResult fresh = drawn(experiment, "fresh");
        return Results.of(fresh.baseline(), arm(fresh, choice.best().arm().name()));
    }

    private static ArmResult arm(ExperimentResult result, String name) {
        return result.arms().stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Without verdicts: a choice takes none. */
    private static ExperimentResult drawn(int experiment, String part) {
        CounterRandom random =
                new CounterRandom(RandomKey.of(experiment).with(part).value());
        List<ArmResult> arms = new ArrayList<>();
        for (Arm arm : SETTINGS.measure().arms()) {
            double[] validation = new double[5];
            double[] test = new double[5];
            for (int seed = 0; seed < 5; seed++) {
                double luck = 0.6 + LUCK * random.nextGaussian();
                validation[seed] = luck + NOISE * random.nextGaussian();
                test[seed] = luck + NOISE * random.nextGaussian();
            }
            arms.add(Results.arm(arm.name(), validation, test));
        }
        return new ExperimentResult(
                "drawn",
                DATA,
                arms.get(0),
                Metric.TEST_ACCURACY,
                arms,
                List.of(),
                List.of(),
                VerdictRule.DEFAULT,
                List.of(),
                List.of());
    }
}
