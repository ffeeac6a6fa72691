package io.augstream.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.lab.Answer;
import io.augstream.lab.ArmResult;
import io.augstream.lab.Claim;
import io.augstream.lab.Metric;
import io.augstream.lab.Results;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClaimTableTest {
    private static final int[] TRAIN = {900, 900, 900, 900, 900};
    private static final ArmResult NONE = Results.arm("none", TRAIN, new int[] {500, 510, 520, 530, 540});
    private static final ArmResult BETTER = Results.arm("better", TRAIN, new int[] {600, 610, 620, 630, 640});

    /** Equal differences: the limit of ever smaller spreads, p = 0. */
    @Test
    void aClaimStandsBesideItsAnswerAndItsDifference() {
        Claim claim = new Claim(
                "Better pictures are recognised more often than those that nobody has touched at all.",
                Metric.TEST_ACCURACY,
                "better",
                "none",
                Claim.Direction.GREATER,
                Answer.CONTRADICTED);

        assertEquals(
                """
                claims
                held          Better pictures are recognised more often than those that nobody
                              has touched at all.
                              test_accuracy, better - none: +10.0 +-0.0, p < 0.001; expected:
                              contradicted
                """,
                table(claim));
    }

    @Test
    void noLineIsLongerThanTheTerminal() {
        Claim claim = new Claim(
                "word ".repeat(60).strip(), Metric.TEST_LOSS, "better", "none", Claim.Direction.LESS, Answer.HELD);

        assertTrue(table(claim).lines().allMatch(line -> line.length() <= 80));
        assertTrue(table(claim).contains("test_loss, better - none: -0.20"));
    }

    @Test
    void aFileWithoutClaimsShowsNone() {
        assertEquals("", ClaimTable.of(List.of()));
    }

    private static String table(Claim claim) {
        return ClaimTable.of(Results.of(List.of(claim), NONE, BETTER).claims());
    }
}
