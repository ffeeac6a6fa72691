package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.dataset.BatchSource;
import io.augstream.nn.GlobalAveragePool;
import io.augstream.nn.Network;
import io.augstream.nn.Shape;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HiddenRankTest {
    /** Symptom: an internal error of index −1. */
    @Test
    void aNetworkWithoutWeightsHasNoRank() {
        Network network = Network.create(List.of(new GlobalAveragePool()), new Shape(4, 4, 3), 1);

        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> HiddenRank.of(network, BatchSource.of(0, epoch -> Collections.emptyIterator())));

        assertEquals("the network has no weights", refusal.getMessage());
    }
}
