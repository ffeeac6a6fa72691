package io.augstream.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.random.CounterRandom;
import org.junit.jupiter.api.Test;

class FixedTest {
    /** Small numbers, so that starts, ends and steps meet in every way there is. */
    @Test
    void theStretchInsideIsThatOfTryingEachPixel() {
        CounterRandom random = new CounterRandom(1);
        for (int trial = 0; trial < 50_000; trial++) {
            long start = random.nextInt(-30, 30);
            long step = random.nextInt(-8, 9);
            long limit = random.nextInt(20);
            int count = 1 + random.nextInt(12);
            String found = found(Fixed.first(start, step, limit, count), Fixed.end(start, step, limit, count));
            assertEquals(tried(start, step, limit, count), found, start + " + i " + step + " in " + limit);
        }
    }

    private static String found(int first, int end) {
        return first < end ? first + " to " + end : "none";
    }

    private static String tried(long start, long step, long limit, int count) {
        int first = count;
        int end = 0;
        for (int i = 0; i < count; i++) {
            long position = start + i * step;
            if (position >= 0 && position < limit) {
                first = Math.min(first, i);
                end = i + 1;
            }
        }
        return found(first, end);
    }
}
