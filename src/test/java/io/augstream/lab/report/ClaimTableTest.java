package io.augstream.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.lab.Answer;
import io.augstream.lab.ArmResult;
import io.augstream.lab.Claim;
import io.augstream.lab.Metric;
import io.augstream.lab.Results;
import io.augstream.lab.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClaimTableTest {
    private static final int[] TRAIN = {900, 900, 900, 900, 900};
    private static final ArmResult NONE = Results.arm("none", TRAIN, new int[] {500, 510, 520, 530, 540});
    private static final ArmResult BETTER = Results.arm("better", TRAIN, new int[] {600, 610, 620, 630, 640});

    /** Five equal differences: 2 of the 32 ways to flip their signs are as far from 0. */
    @Test
    void aClaimStandsBesideItsAnswerAndItsDifference() {
        Claim claim = new Claim(
                "Better pictures are recognised more often than those that nobody has touched at all.",
                Metric.TEST_ACCURACY,
                "better",
                new Statement.Against("none", Statement.Direction.GREATER),
                Answer.CONTRADICTED);

        assertEquals(
                """
                claims
                not shown     Better pictures are recognised more often than those that nobody
                              has touched at all.
                              test_accuracy, better - none: +10.0 +-0.0 points, p = 0.063;
                              expected: contradicted
                """,
                table(claim));
    }

    @Test
    void aRangeStandsBesideTheMean() {
        Claim claim = new Claim(
                "Most are recognised.",
                Metric.TEST_ACCURACY,
                "better",
                new Statement.Between(0.5, Double.POSITIVE_INFINITY),
                Answer.HELD);

        assertEquals(
                """
                claims
                held          Most are recognised.
                              test_accuracy, better: 62.0 +-2.0 %, claimed above 50%, p < 0.001
                All claims are expected to hold. A control, one that must not, would show that
                they could have failed: expected: not_shown, or contradicted.
                """,
                table(claim));
    }

    @Test
    void anEffectStandsAgainstAnother() {
        Claim claim = new Claim(
                "It is better than itself.",
                Metric.TEST_ACCURACY,
                "better",
                new Statement.Effects("none", "none", "better", Statement.Direction.GREATER),
                Answer.NOT_SHOWN);

        assertEquals(
                """
                claims
                not shown     It is better than itself.
                              test_accuracy, (better - none) - (none - better): +20.0 +-0.0
                              points, p = 0.063
                """,
                table(claim));
    }

    @Test
    void noLineIsLongerThanTheTerminal() {
        Claim claim = new Claim(
                "word ".repeat(60).strip(),
                Metric.TEST_LOSS,
                "better",
                new Statement.Against("none", Statement.Direction.LESS),
                Answer.HELD);

        assertTrue(table(claim).lines().allMatch(line -> line.length() <= 80));
        assertTrue(table(claim).contains("test_loss, better - none: -0.20"));
    }

    @Test
    void aFileWithoutClaimsShowsNone() {
        assertEquals("", ClaimTable.of(Results.of(NONE, BETTER)));
    }

    private static String table(Claim claim) {
        return ClaimTable.of(Results.of(List.of(claim), NONE, BETTER));
    }
}
