package io.augstream.stream;

import io.augstream.dataset.Sample;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Samples that count how often they are read, and how many are being read just now. */
final class CountedReads {
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();

    List<Sample> samples(int samples) {
        return IntStream.range(0, samples)
                .mapToObj(i -> new Sample("train/" + i, 0, () -> {
                    inside.incrementAndGet();
                    TrainingBatchesTest.pause(1);
                    count.incrementAndGet();
                    inside.decrementAndGet();
                    return Pictures.plain(i % 256);
                }))
                .toList();
    }

    int count() {
        return count.get();
    }

    int inside() {
        return inside.get();
    }

    /** Waits until {@code expected} are read, however busy the machine, and gives the count a little later. */
    int soonAfter(int expected) {
        for (int waited = 0; count.get() < expected && waited < 30_000; waited += 10) {
            TrainingBatchesTest.pause(10);
        }
        TrainingBatchesTest.pause(200);
        return count.get();
    }

    /** The count once it has stood still for 300 ms, far longer than a read takes. */
    int whenSettled() {
        int before = -1;
        while (before != count.get()) {
            before = count.get();
            TrainingBatchesTest.pause(300);
        }
        return before;
    }
}
