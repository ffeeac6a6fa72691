package io.augstream.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchRangeTest {
    @Test
    void aSingleLeftOverJoinsItsPredecessor() {
        assertEquals(List.of(new BatchRange(0, 4), new BatchRange(4, 9)), BatchRange.cut(9, 4));
    }

    @Test
    void twoLeftOverStayABatch() {
        assertEquals(List.of(new BatchRange(0, 4), new BatchRange(4, 8), new BatchRange(8, 10)), BatchRange.cut(10, 4));
    }

    @Test
    void batchesOfOneStayBatchesOfOne() {
        assertEquals(List.of(new BatchRange(0, 1), new BatchRange(1, 2)), BatchRange.cut(2, 1));
    }

    @Test
    void aBatchHasAtLeastOneImage() {
        assertThrows(IllegalArgumentException.class, () -> BatchRange.cut(3, 0));
    }
}
