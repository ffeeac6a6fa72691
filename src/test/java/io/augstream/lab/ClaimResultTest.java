package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
        assertEquals(Answer.HELD, answer(Metric.TEST_ACCURACY, "better", "none", Claim.Direction.GREATER));
        assertEquals(Answer.HELD, answer(Metric.GAP, "better", "none", Claim.Direction.LESS));
    }

    @Test
    void aDifferenceTheOtherWayContradicts() {
        assertEquals(Answer.CONTRADICTED, answer(Metric.TEST_ACCURACY, "better", "none", Claim.Direction.LESS));
        assertEquals(Answer.CONTRADICTED, answer(Metric.TEST_ACCURACY, "none", "better", Claim.Direction.GREATER));
    }

    @Test
    void noDifferenceShowsNothing() {
        assertEquals(Answer.NOT_SHOWN, answer(Metric.TEST_ACCURACY, "alike", "none", Claim.Direction.GREATER));
    }

    @Test
    void fewerThanFiveSeedsAreNotJudged() {
        ArmResult none = Results.arm("none", new int[] {900, 900}, new int[] {500, 500});
        ArmResult better = Results.arm("better", new int[] {900, 900}, new int[] {900, 901});

        ClaimResult result = ClaimResult.of(
                        List.of(claim(Metric.TEST_ACCURACY, "better", "none", Claim.Direction.GREATER)),
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
        Claim claim = claim(Metric.TEST_ACCURACY, "some", "none", Claim.Direction.GREATER);
        Claim second = claim(Metric.TEST_ACCURACY, "alike", "none", Claim.Direction.GREATER);
        List<ArmResult> arms = List.of(NONE, some, ALIKE);

        assertEquals(Answer.HELD, ClaimResult.of(List.of(claim), arms).get(0).answer());
        assertEquals(
                List.of(Answer.NOT_SHOWN, Answer.NOT_SHOWN),
                ClaimResult.of(List.of(claim, second), arms).stream()
                        .map(ClaimResult::answer)
                        .toList());
    }

    private static Answer answer(Metric metric, String arm, String than, Claim.Direction direction) {
        return ClaimResult.of(List.of(claim(metric, arm, than, direction)), List.of(NONE, BETTER, ALIKE))
                .get(0)
                .answer();
    }

    private static Claim claim(Metric metric, String arm, String than, Claim.Direction direction) {
        return new Claim("a claim", metric, arm, than, direction, Answer.HELD);
    }
}
