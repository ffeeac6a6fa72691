package io.augstream.lab.report.page;

import static io.augstream.lab.Results.arm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.lab.ArmResult;
import io.augstream.lab.EpochScores;
import io.augstream.lab.LayerLook;
import io.augstream.lab.Results;
import io.augstream.lab.RunResult;
import io.augstream.lab.statistics.Percentiles;
import io.augstream.train.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LayerCardsTest {
    private static final Score SCORE = new Score(0.5, 1);

    /** A picture is 190 high: 0% lies at 166, 100% at 10. The second of two epochs lies at the right end, 486. */
    @Test
    void everyLayersShareGoesFromEpochToEpoch() {
        String page = LayerCards.of(Results.of(new ArmResult("none", List.of(run(epoch(1, 0, 0.5), epoch(2, 1, 0.5))))))
                .markup();

        assertTrue(page.contains("stroke-opacity=\"0.25\" points=\"265.0,166.0 486.0,10.0\""), page);
        assertTrue(page.contains("stroke-opacity=\"1.00\" points=\"265.0,88.0 486.0,88.0\""), page);
    }

    /** Percentiles of −1, 0 and 1 fill the scale from end to end. */
    @Test
    void aBandGoesThereByTheLowPercentilesAndBackByTheHigh() {
        String page = LayerCards.of(Results.of(new ArmResult("none", List.of(run(epoch(1, 0, 0), epoch(2, 0, 0))))))
                .markup();

        assertTrue(page.contains("points=\"265.0,166.0 486.0,166.0 486.0,10.0 265.0,10.0\""), page);
    }

    @Test
    void whereNobodyLookedThereIsNothing() {
        int[] five = {900, 900, 900, 900, 900};

        assertEquals("", LayerCards.of(Results.of(arm("none", five, five))).markup());
    }

    @Test
    void whatIsNotToBeSeenIsNoPoint() {
        LayerLook unseen = new LayerLook("0.dense", 0, new Percentiles(Double.NaN, Double.NaN, Double.NaN));
        RunResult run = run(new EpochScores(1, SCORE, null, SCORE, List.of(unseen)));

        assertFalse(LayerCards.of(Results.of(new ArmResult("none", List.of(run))))
                .markup()
                .contains("NaN"));
    }

    private static RunResult run(EpochScores... epochs) {
        return new RunResult(1, List.of(epochs), 1);
    }

    private static EpochScores epoch(int epoch, double lowest, double highest) {
        Percentiles input = new Percentiles(-1, 0, 1);
        return new EpochScores(
                epoch,
                SCORE,
                null,
                SCORE,
                List.of(new LayerLook("0.dense", lowest, input), new LayerLook("2.dense", highest, input)));
    }
}
