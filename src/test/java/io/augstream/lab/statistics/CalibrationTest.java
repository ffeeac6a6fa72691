package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the statistics are wrong, over 20,000 synthetic experiments: as often as they say, within half a point. */
final class CalibrationTest {
    private static final int EXPERIMENTS = 20_000;

    @ParameterizedTest(name = "{0} seeds")
    @ValueSource(ints = {5, 8})
    void anEffectThatIsNotThereIsClaimedInOneOfTwentyExperiments(int seeds) {
        int claims = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            claims += claimed(compare(random(seeds, i), seeds, 1)) ? 1 : 0;
        }
        assertEquals(0.05, (double) claims / EXPERIMENTS, 0.005);
    }

    @ParameterizedTest(name = "{0} seeds")
    @ValueSource(ints = {5, 8})
    void theIntervalHoldsAPlantedDifferenceInNineteenOfTwenty(int seeds) {
        double planted = 0.03;
        int held = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            CounterRandom random = random(seeds + 100, i);
            List<Double> baseline = new ArrayList<>();
            List<Double> arm = new ArrayList<>();
            for (int seed = 0; seed < seeds; seed++) {
                double shared = 0.7 + 0.05 * random.nextGaussian();
                baseline.add(shared + 0.01 * random.nextGaussian());
                arm.add(shared + planted + 0.02 * random.nextGaussian());
            }
            Estimate difference = PairedComparison.of(arm, baseline).difference();
            held += difference.low().orElseThrow() <= planted
                            && planted <= difference.high().orElseThrow()
                    ? 1
                    : 0;
        }
        assertEquals(0.95, (double) held / EXPERIMENTS, 0.005);
    }

    /** Six arms share one baseline; Holm keeps the chance of any false claim below the level, whatever they share. */
    @Test
    void sixArmsTogetherMakeAFalseClaimNoOftenerThanOne() {
        int claims = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            claims += claimed(compare(random(6, i), 5, 6)) ? 1 : 0;
        }
        assertTrue(claims <= 0.055 * EXPERIMENTS, claims + " of " + EXPERIMENTS);
    }

    /** The gap is a second family: half of its false rejections, those that say it shrank, come on top. */
    @ParameterizedTest(name = "{0} arms")
    @ValueSource(ints = {1, 6})
    void verdictsOfAnyKindAreFalseInMoreThanFiveAndFarBelowTenPercent(int arms) {
        int claims = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            claims += anyVerdict(compare(random(20 + arms, i), 5, arms)) ? 1 : 0;
        }
        double rate = (double) claims / EXPERIMENTS;
        assertTrue(arms > 1 || rate > 0.055, rate + " of experiments");
        assertTrue(rate <= 0.08, rate + " of experiments");
    }

    /** Whether any arm would read anything but "no effect shown". */
    private static boolean anyVerdict(List<ArmComparison> arms) {
        List<OptionalDouble> primaryP = Verdicts.holm(arms, ArmComparison::primary);
        List<OptionalDouble> gapP = Verdicts.holm(arms, ArmComparison::gap);
        return IntStream.range(0, arms.size())
                .mapToObj(i -> Verdicts.verdict(
                        arms.get(i), primaryP.get(i).orElseThrow(), gapP.get(i).orElseThrow()))
                .anyMatch(verdict -> verdict != Verdict.NO_EFFECT_SHOWN);
    }

    /** Whether any arm would read "helps" or "hurts". */
    private static boolean claimed(List<ArmComparison> arms) {
        return Verdicts.holm(arms, ArmComparison::primary).stream().anyMatch(p -> p.orElseThrow() <= Verdicts.LEVEL);
    }

    private static CounterRandom random(int stream, int experiment) {
        return RandomKey.of(20_26).with(stream).with(experiment).random();
    }

    /** Arms without any effect, whose seeds share a part with the baseline as paired runs do. */
    private static List<ArmComparison> compare(RandomGenerator random, int seeds, int arms) {
        List<Double> shared = uniforms(random, seeds);
        List<Double> baseline = accuracies(shared, random);
        List<Double> baselineTrain = accuracies(shared, random);
        List<ArmComparison> comparisons = new ArrayList<>();
        for (int arm = 0; arm < arms; arm++) {
            List<Double> test = accuracies(shared, random);
            List<Double> train = accuracies(shared, random);
            comparisons.add(new ArmComparison(
                    "arm " + arm,
                    PairedComparison.of(test, baseline),
                    PairedComparison.of(minus(train, test), minus(baselineTrain, baseline)),
                    false));
        }
        return comparisons;
    }

    private static List<Double> accuracies(List<Double> shared, RandomGenerator random) {
        return shared.stream()
                .map(value -> 0.7 + 0.03 * value + 0.02 * random.nextGaussian())
                .toList();
    }

    private static List<Double> minus(List<Double> these, List<Double> those) {
        return IntStream.range(0, these.size())
                .mapToObj(i -> these.get(i) - those.get(i))
                .toList();
    }

    /** Of deviation 1. */
    private static List<Double> uniforms(RandomGenerator random, int n) {
        return random.doubles(n).mapToObj(u -> Math.sqrt(12) * (u - 0.5)).toList();
    }
}
