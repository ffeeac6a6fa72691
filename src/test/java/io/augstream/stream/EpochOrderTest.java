package io.augstream.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EpochOrderTest {
    @Test
    void allOrdersOfThreeComeEquallyOften() {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int epoch = 0; epoch < 6000; epoch++) {
            counts.merge(EpochOrder.shuffled(List.of("a", "b", "c"), 1, epoch), 1, Integer::sum);
        }
        double chiSquare = counts.values().stream()
                .mapToDouble(count -> (count - 1000.0) * (count - 1000.0) / 1000)
                .sum();
        assertEquals(6, counts.size());
        assertTrue(chiSquare < 20.5, "the 99.9% point of chi-square with 5 degrees of freedom, got " + chiSquare);
    }

    @Test
    void theListItselfIsLeftAlone() {
        List<Integer> items = List.of(1, 2, 3, 4, 5);
        List<Integer> shuffled = EpochOrder.shuffled(items, 9, 0);
        assertEquals(List.of(1, 2, 3, 4, 5), items);
        assertEquals(items, shuffled.stream().sorted().toList());
    }
}
