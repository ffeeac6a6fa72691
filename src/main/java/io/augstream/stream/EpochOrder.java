package io.augstream.stream;

import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import java.util.ArrayList;
import java.util.List;

/** The order of an epoch's samples: a function of seed and epoch alone, so all arms of one seed see the same. */
final class EpochOrder {
    private EpochOrder() {}

    /** {@code items} shuffled by Fisher and Yates; the list itself is left alone. */
    static <T> List<T> shuffled(List<T> items, long seed, int epoch) {
        List<T> order = new ArrayList<>(items);
        CounterRandom random = RandomKey.of(seed).with(epoch).with("order").random();
        for (int left = order.size(); left > 1; left--) {
            // Not nextInt(left), whose way of drawing the JDK may change.
            int chosen = (int) (random.nextDouble() * left);
            T last = order.get(left - 1);
            order.set(left - 1, order.get(chosen));
            order.set(chosen, last);
        }
        return order;
    }
}
