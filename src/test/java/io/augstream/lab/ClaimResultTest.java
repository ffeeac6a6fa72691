package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ClaimResultTest {
    private static final int[] TRAIN = {900, 900, 900, 900, 900};
    private static final ArmResult NONE = Results.arm("none", TRAIN, new int[] {500, 510, 520, 530, 540});

    /** Some 10 points above none at every seed. */
    private static final ArmResult BETTER = Results.arm("better", TRAIN, new int[] {600, 611, 619, 631, 640});

    /** A thousandth above none or below: t = 0 at five differences that cancel out. */
    private static final ArmResult ALIKE = Results.arm("alike", TRAIN, new int[] {501, 509, 521, 529, 540});

    @Test
    void aDifferenceAsClaimedHolds() {
        assertEquals(Answer.HELD, answer(Metric.TEST_ACCURACY, "better", "none", Statement.Direction.GREATER));
        assertEquals(Answer.HELD, answer(Metric.GAP, "better", "none", Statement.Direction.LESS));
    }

    @Test
    void aDifferenceTheOtherWayContradicts() {
        assertEquals(Answer.CONTRADICTED, answer(Metric.TEST_ACCURACY, "better", "none", Statement.Direction.LESS));
        assertEquals(Answer.CONTRADICTED, answer(Metric.TEST_ACCURACY, "none", "better", Statement.Direction.GREATER));
    }

    /** Better has some 10 points above none, alike none at all: of these effects the first is the larger. */
    @Test
    void effectsAreComparedSeedBySeed() {
        Claim larger = new Claim(
                "Of effects",
                Metric.TEST_ACCURACY,
                "better",
                new Statement.Effects("none", "alike", "none", Statement.Direction.GREATER),
                Answer.HELD);

        ClaimResult result =
                ClaimResult.of(List.of(larger), List.of(NONE, BETTER, ALIKE)).get(0);

        // 100, 101, 99, 101, 100 thousandths less 1, -1, 1, -1, 0 are 99, 102, 98, 102, 100.
        assertEquals(0.1002, result.estimate().orElseThrow().mean(), 1e-12);
        assertEquals(Answer.HELD, result.answer());
    }

    @Test
    void noDifferenceShowsNothing() {
        assertEquals(Answer.NOT_SHOWN, answer(Metric.TEST_ACCURACY, "alike", "none", Statement.Direction.GREATER));
    }

    @Test
    void fewerThanFiveSeedsAreNotJudged() {
        ArmResult none = Results.arm("none", new int[] {900, 900}, new int[] {500, 500});
        ArmResult better = Results.arm("better", new int[] {900, 900}, new int[] {900, 901});

        ClaimResult result = ClaimResult.of(
                        List.of(claim(Metric.TEST_ACCURACY, "better", "none", Statement.Direction.GREATER)),
                        List.of(none, better))
                .get(0);

        assertEquals(Answer.NOT_JUDGED, result.answer());
        assertTrue(result.pHolm().isEmpty());
        assertFalse(result.isExpected());
    }

    /**
     * Differences 1, 2, 3, 4 and 0 points have mean 2 and deviation 1.58, so t = 2.83 on 4 degrees of freedom: between the
     * tables' 2.776 (p = 0.05) and 3.747 (p = 0.02). Alone it holds; Holm doubles its p where a second claim stands beside it.
     */
    @Test
    void manyClaimsAreHeldToAStricterLevel() {
        ArmResult some = Results.arm("some", TRAIN, new int[] {510, 530, 550, 570, 540});
        Claim claim = claim(Metric.TEST_ACCURACY, "some", "none", Statement.Direction.GREATER);
        Claim second = claim(Metric.TEST_ACCURACY, "alike", "none", Statement.Direction.GREATER);
        List<ArmResult> arms = List.of(NONE, some, ALIKE);

        assertEquals(Answer.HELD, ClaimResult.of(List.of(claim), arms).get(0).answer());
        assertEquals(
                List.of(Answer.NOT_SHOWN, Answer.NOT_SHOWN),
                ClaimResult.of(List.of(claim, second), arms).stream()
                        .map(ClaimResult::answer)
                        .toList());
    }

    /**
     * Test accuracies of 50, 51, 52, 53 and 54% have mean 52 and standard error 0.7071, so an end of the range is 5% away where it is
     * 2.776 of these, 1.963 points, from the mean: in R, t.test(50:54)$conf.int is 50.0368 to 53.9632.
     */
    @Test
    void aRangeHoldsWhereTheWholeIntervalLiesInIt() {
        assertEquals(Answer.HELD, between(0.5003, 0.9));
        assertEquals(Answer.NOT_SHOWN, between(0.5004, 0.9));
        assertEquals(Answer.NOT_SHOWN, between(0.5396, 0.9));
        assertEquals(Answer.CONTRADICTED, between(0.5397, 0.9));
        assertEquals(Answer.HELD, between(Double.NEGATIVE_INFINITY, 0.5397));
        assertEquals(Answer.CONTRADICTED, between(0.5397, Double.POSITIVE_INFINITY));
    }

    @Test
    void aRangeIsTwoNumbersAndSaidAsTheFileSaysIt() {
        assertThrows(IllegalArgumentException.class, () -> new Statement.Between(1, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Statement.Between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertEquals("between 50.3 and 90%", new Statement.Between(0.503, 0.9).words(true));
        assertEquals("below 0.01", new Statement.Between(Double.NEGATIVE_INFINITY, 0.01).words(false));
        assertEquals("above -2", new Statement.Between(-2, Double.POSITIVE_INFINITY).words(false));
    }

    private static Answer between(double low, double high) {
        Claim claim = new Claim("a claim", Metric.TEST_ACCURACY, "none", new Statement.Between(low, high), Answer.HELD);
        return ClaimResult.of(List.of(claim), List.of(NONE)).get(0).answer();
    }

    private static Answer answer(Metric metric, String arm, String than, Statement.Direction direction) {
        return ClaimResult.of(List.of(claim(metric, arm, than, direction)), List.of(NONE, BETTER, ALIKE))
                .get(0)
                .answer();
    }

    private static Claim claim(Metric metric, String arm, String than, Statement.Direction direction) {
        return new Claim("a claim", metric, arm, new Statement.Against(than, direction), Answer.HELD);
    }
}
