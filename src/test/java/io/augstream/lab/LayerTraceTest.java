package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.lab.statistics.Percentiles;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LayerTraceTest {
    private static final LayerTrace THREE_EPOCHS = new LayerTrace(List.of(
            epoch(1, lowest(0.1), highest(0.8, -1, 0, 1)),
            epoch(2, lowest(0.2), highest(0.6, 1, 3, 5)),
            epoch(3, lowest(0.3), highest(0.1, -1.5, 1, 1.5))));

    @Test
    void saturationIsTheMeanOverTheEpochs() {
        assertEquals(0.2, THREE_EPOCHS.saturatedLowest(), 1e-12);
        assertEquals(0.5, THREE_EPOCHS.saturatedHighest(), 1e-12);
    }

    /** The median goes from 0 to 3, and the distances are 2, 4 and 3. */
    @Test
    void theShiftIsTheWayOfTheMedianInDistancesOfThePercentiles() {
        assertEquals(1, THREE_EPOCHS.unitShift(), 1e-12);
        assertEquals(2, THREE_EPOCHS.unitStretch(), 1e-12);
    }

    @Test
    void epochsThatNobodyLookedAtTellNothing() {
        List<EpochScores> unseen = List.of(EpochScores.none(1));

        assertThrows(IllegalArgumentException.class, () -> new LayerTrace(unseen));
    }

    @Test
    void aUnitWhoseInputIsAlwaysTheSameHasNoShift() {
        LayerTrace same = new LayerTrace(List.of(epoch(1, highest(0, 2, 2, 2))));

        assertThrows(IllegalArgumentException.class, same::unitShift);
    }

    private static EpochScores epoch(int epoch, LayerLook... layers) {
        return new EpochScores(epoch, null, null, null, List.of(layers));
    }

    private static LayerLook lowest(double saturated) {
        return new LayerLook("0.dense", saturated, new Percentiles(7, 8, 9));
    }

    private static LayerLook highest(double saturated, double low, double median, double high) {
        return new LayerLook("2.dense", saturated, new Percentiles(low, median, high));
    }
}
