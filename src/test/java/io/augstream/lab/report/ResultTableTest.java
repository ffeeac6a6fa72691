package io.augstream.lab.report;

import static io.augstream.lab.Results.arm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.lab.ArmResult;
import io.augstream.lab.EpochScores;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Results;
import io.augstream.lab.RunResult;
import io.augstream.lab.statistics.VerdictRule;
import io.augstream.train.Score;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures are drawn by hand: for instance rotate's differences 100, 95, 105, 95, 105 are 10.0 ± 2.776 · 0.5/√5 points. */
final class ResultTableTest {
    private static final int[] TRAIN = {996, 1000, 992, 1000, 988};
    private static final int[] TEST = {700, 720, 690, 710, 705};
    private static final ArmResult NONE = arm("none", TRAIN, TEST);

    @Test
    void everyVerdictIsReadInEightyColumns() {
        ExperimentResult result = Results.of(
                NONE,
                arm("rotate", new int[] {950, 960, 940, 955, 945}, new int[] {800, 815, 795, 805, 810}),
                arm("noise", new int[] {300, 320, 310, 305, 290}, new int[] {290, 310, 295, 300, 280}),
                arm("rotate_and_crop", new int[] {950, 955, 940, 955, 945}, new int[] {715, 700, 705, 690, 720}),
                arm("mirror", TRAIN, TEST),
                arm("smooth", new int[] {994, 1000, 996, 998, 990}, new int[] {710, 700, 720, 690, 700}));

        assertEquals(
                """
                per arm, 95%     train %    test %       gap      loss gap     verdict
                ───────────────────────────────────────────────────────────────────────────────
                none              99.5 ±0.6  70.5 ±1.4  29.0 ±1.1  0.58 ±0.02
                rotate            95.0 ±1.0  80.5 ±1.0  14.5 ±0.8  0.29 ±0.02  helps
                  against none    -4.5 ±0.6 +10.0 ±0.6 -14.5 ±1.0 -0.29 ±0.02  p < 0.001
                noise             30.5 ±1.4  29.5 ±1.4   1.0 ±0.4  0.02 ±0.01  hurts
                  against none   -69.0 ±1.1 -41.0 ±1.3 -28.0 ±1.0 -0.56 ±0.02  p < 0.001
                rotate_and_crop   94.9 ±0.8  70.6 ±1.5  24.3 ±2.0  0.49 ±0.04  smaller gap only
                  against none    -4.6 ±0.4  +0.1 ±2.4  -4.7 ±2.5 -0.09 ±0.05  p = 0.020 (gap)
                mirror            99.5 ±0.6  70.5 ±1.4  29.0 ±1.1  0.58 ±0.02  identical
                  against none     0.0 ±0.0   0.0 ±0.0   0.0 ±0.0  0.00 ±0.00  p = 1.000
                smooth            99.6 ±0.5  70.4 ±1.4  29.2 ±1.6  0.58 ±0.03  no effect shown
                  against none     0.0 ±0.3  -0.1 ±2.6  +0.1 ±2.5  0.00 ±0.05  p = 1.000

                Means and their 95% intervals over the seeds; beneath, the differences paired by
                seed. Figures of the last epoch (2) on clean images: gap = train - test in
                points, loss gap = test - train cross-entropy.
                p by paired t tests, after Holm's correction over 5 arms. Helps and hurts rest
                on test accuracy, at 5%: any that are false stand in at most 5% of experiments.
                Smaller gap only rests on a second family of tests, of the gap, at another 5%:
                false verdicts of any kind in at most 10%.
                Test accuracy without correction, p by t test / by exact sign flips (the least
                that those can give): rotate <0.001 / 0.063 (0.063), noise <0.001 / 0.063
                (0.063), rotate_and_crop 0.913 / 1.000 (0.063), mirror 1.000 / 1.000 (1.000),
                smooth 0.922 / 1.000 (0.063).
                No effect shown: with 80% power these seeds would have found a change of test
                accuracy by 5.6 points (smooth) or more.
                Seeds 1 to 5. Images: 200 of 252 train, 28 validation, 1000 test; 10 classes,
                32x32x3.
                Intervals cover initial weights, sample order, augmentation and dropout draws,
                draw of the training images; not the choice of the 252 that these are drawn
                from, nor of test images.
                """,
                ResultTable.of(result, StandardCharsets.UTF_8));
    }

    /**
     * Differences of smooth 1, −1, 2, −2 and 0 thousandths: t is 0, all 32 patterns of signs but those of the 0 are as far
     * from 0. Its 90% interval ends at 2.1318 x 1.5811 / sqrt(5) = 1.507 thousandths; its deviation's limit is 0.246 points. Those of rotate_and_crop are
     * 15, −20, 15, −20, 15 (SciPy 1.17: p 0.913; limit 2.986 points; 1,359 seeds at 2.5%; 90% interval 1 ± 2.1318 x 19.170 / sqrt(5)).
     */
    @Test
    void whatIsNoLargerThanMattersIsReadInEightyColumns() {
        String table = ResultTable.of(
                Results.of(
                        new VerdictRule(OptionalDouble.of(0.0025), false),
                        NONE,
                        arm("smooth", TRAIN, new int[] {701, 719, 692, 708, 705}),
                        arm("rotate_and_crop", TRAIN, new int[] {715, 700, 705, 690, 720})),
                StandardCharsets.UTF_8);

        assertTrue(
                table.contains(
                        """
                        smooth           99.5 ±0.6 70.5 ±1.2 29.0 ±1.0 0.58 ±0.02  no effect larger
                          against none    0.0 ±0.0  0.0 ±0.2  0.0 ±0.2 0.00 ±0.00  than 0.25 points
                                                                                   p = 1.000
                        """),
                table);
        assertTrue(
                table.contains(
                        """
                        Test accuracy without correction, p by t test / by exact sign flips (the least
                        that those can give): smooth 1.000 / 1.000 (0.125), rotate_and_crop 0.913 /
                        1.000 (0.063).
                        Test accuracy changes by no more than 0.25 points (90% interval inside +-0.25
                        points; two one-sided tests at 5%, each arm by itself): smooth. 90% intervals in
                        points: smooth -0.15 to +0.15, rotate_and_crop -1.73 to +1.93. Seeds that would
                        show a change by 0.25 points with 80% power, by the upper 80% limit of the
                        deviation: 1359 (rotate_and_crop).
                        """),
                table);
        table.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void seedsAddedAfterALookAreSaidAboveTheVerdictsAndBelowTheTable() {
        String table = ResultTable.of(
                Results.of(VerdictRule.DEFAULT.afterALook(), NONE, arm("mirror", TRAIN, TEST)), StandardCharsets.UTF_8);

        assertTrue(table.lines().findFirst().orElseThrow().endsWith("exploratory"), table);
        assertTrue(table.contains("Exploratory: seeds were added after a look at results"), table);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 1 point",
        "0.005, 0.5 points",
        "0.0025, 0.25 points",
        "0.1, 10 points",
        "0.001234, 0.123 pt",
        "0.999999, 100 points",
        "1e-12, 1E-10 pt",
    })
    void sharesAreWrittenInPointsThatFitTheTable(double share, String text) {
        assertEquals(text, Points.of(share));
        assertTrue(("than " + text).length() <= 16, text);
    }

    @Test
    void oneSeedGivesNumbersWithoutIntervalsAndWithoutVerdict() {
        ExperimentResult result = Results.of(
                252,
                arm("none", new int[] {900}, new int[] {800}),
                arm("a very long name of an arm", new int[] {890}, new int[] {810}));

        assertEquals(
                """
                per arm         train % test %  gap loss gap
                ─────────────────────────────────────────
                none            90.0    80.0   10.0  0.20
                a very long name of an arm
                                89.0    81.0    8.0  0.16
                  against none  -1.0    +1.0   -2.0 -0.04

                One seed, so there are no intervals. Figures of the last epoch (2) on clean
                images: gap = train - test in points, loss gap = test - train cross-entropy.
                No verdicts and no p: they take at least 5 seeds, these are 1.
                Seed 1. Images: 252 train, 28 validation, 1000 test; 10 classes, 32x32x3.
                Intervals cover initial weights, sample order, augmentation and dropout draws;
                not the choice of training or test images.
                """,
                ResultTable.of(result, StandardCharsets.UTF_8));
    }

    @Test
    void aTerminalWithoutUnicodeGetsTheSameColumnsInAscii() {
        String unicode = ResultTable.of(Results.of(NONE), StandardCharsets.UTF_8);

        assertEquals(
                unicode.replace(" ±", "+-").replace('─', '-'),
                ResultTable.of(Results.of(NONE), StandardCharsets.US_ASCII));
        assertTrue(unicode.contains("99.5 ±0.6"), unicode);
    }

    @Test
    void wideIntervalsDropTheirDecimalsToKeepTheWidth() {
        String table = ResultTable.of(
                Results.of(arm("none", new int[] {900, 910}, new int[] {800, 780})), StandardCharsets.UTF_8);

        assertTrue(table.contains("79.0 ±13 "), table);
    }

    /** Two equal differences leave t no spread, and its p would be 0. */
    @Test
    void fewerThanFiveSeedsHaveNoP() {
        String table = ResultTable.of(
                Results.of(
                        arm("none", new int[] {900, 910}, new int[] {800, 780}),
                        arm("rotate", new int[] {900, 910}, new int[] {820, 800})),
                StandardCharsets.UTF_8);

        assertTrue(table.contains("+2.0 ±0.0"), table);
        assertFalse(table.contains("p < 0") || table.contains("p = 0"), table);
    }

    /** 1.2e19 ± 2.776 · 4.47e18/√5. */
    @Test
    void lossesOfATrainingThatRanAwayArePowersOfTen() {
        String table = ResultTable.of(
                Results.of(
                        NONE,
                        ran("noise of 16 signs", 1e19, 1e19, 1e19, 1e19, 2e19),
                        ran("rotate_and_crop2", 123.4, 123.4, 123.4, 123.4, 1234)),
                StandardCharsets.UTF_8);

        assertTrue(table.contains(" 1e19 ±6e18"), table);
        assertTrue(table.contains("+1e19 ±6e18"), table);
        // 123.4 + 1110.6/5 = 345.52, and 2.776 · 1110.6/5 = 616.7
        assertTrue(table.contains("345.5 ±617"), table);
        table.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    /** Trained to nothing on the training images, with these losses on the test images. */
    private static ArmResult ran(String name, double... losses) {
        List<RunResult> runs = new ArrayList<>();
        for (double loss : losses) {
            Score test = new Score(0.7, loss);
            runs.add(new RunResult(runs.size() + 1, List.of(new EpochScores(1, new Score(0.7, 0), test, test)), 1.5));
        }
        return new ArmResult(name, runs);
    }
}
