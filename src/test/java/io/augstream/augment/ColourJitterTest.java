package io.augstream.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.ImageSize;
import io.augstream.operation.AdjustColours;
import io.augstream.operation.Posterize;
import io.augstream.random.CounterRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ColourJitterTest {
    private static final ImageSize SIZE = ImageSize.square(8);
    private static final Range NONE = Range.of(1);

    private static AdjustColours drawn(ColourJitter jitter, long key) {
        return (AdjustColours) jitter.draw(SIZE, new CounterRandom(key));
    }

    @Test
    void everyOrderIsAsLikely() {
        ColourJitter jitter = new ColourJitter(NONE, NONE, NONE, Range.of(0));
        Map<String, Integer> counts = new TreeMap<>();
        int n = 24_000;
        for (int key = 0; key < n; key++) {
            counts.merge(drawn(jitter, key).order().toString(), 1, Integer::sum);
        }
        assertEquals(24, counts.size());
        // Four and a half standard errors, for 24 counts.
        counts.values().forEach(count -> assertEquals(n / 24.0, count, 4.5 * Math.sqrt(n / 24.0)));
    }

    @Test
    void oneRangeLeavesTheOtherDrawsAlone() {
        AdjustColours first =
                drawn(new ColourJitter(new Range(0.5, 1.5), NONE, new Range(0, 2), new Range(-0.5, 0.5)), 7);
        AdjustColours second =
                drawn(new ColourJitter(NONE, new Range(0.5, 1.5), new Range(0, 2), new Range(-0.5, 0.5)), 7);
        assertEquals(
                List.of(first.saturation(), first.hue(), first.order()),
                List.of(second.saturation(), second.hue(), second.order()));
        assertEquals(1, second.brightness());
        assertTrue(first.brightness() >= 0.5 && first.brightness() < 1.5);
    }

    @Test
    void wholeStrengthsAreEachAsLikelyTheEndsToo() {
        WholeStrength bits = new WholeStrength(new Range(3, 6), Posterize::of);
        int[] counts = new int[9];
        int n = 4_000;
        for (int key = 0; key < n; key++) {
            counts[((Posterize) bits.draw(SIZE, new CounterRandom(key))).bits()]++;
        }
        for (int value = 3; value <= 6; value++) {
            assertEquals(n / 4.0, counts[value], 4 * Math.sqrt(n * 0.25 * 0.75));
        }
        assertEquals(n, counts[3] + counts[4] + counts[5] + counts[6]);
    }
}
