package io.augstream.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomKeyTest {
    private static final RandomKey KEY = RandomKey.of(1);
    private static final long DERIVED = 1761159747958158816L;

    @Test
    void sameMeansSame() {
        assertEquals(
                RandomKey.of(3).with(4).with("train/a.png"),
                RandomKey.of(3).with(4).with("train/a.png"));
    }

    @Test
    void theBorderBetweenTextsCounts() {
        assertNotEquals(KEY.with("ab").with("c"), KEY.with("a").with("bc"));
        assertNotEquals(KEY.with("abcd").with("e"), KEY.with("abc").with("de"));
        assertNotEquals(KEY.with("").with("a"), KEY.with("a").with(""));
        assertNotEquals(KEY.with(""), KEY);
    }

    @Test
    void anEndOfZeroUnitsCounts() {
        assertNotEquals(KEY.with("a"), KEY.with("a\0"));
        assertNotEquals(KEY.with("\0a"), KEY.with("a"));
    }

    @Test
    void orderCounts() {
        assertNotEquals(KEY.with(1).with(2), KEY.with(2).with(1));
        assertNotEquals(KEY.with("rotate").with("noise"), KEY.with("noise").with("rotate"));
        assertNotEquals(RandomKey.of(1).with(0), RandomKey.of(0).with(1));
    }

    @Test
    void aNumberIsNotItsText() {
        assertNotEquals(KEY.with(7), KEY.with("7"));
    }

    @Test
    void smallSeedsEpochsAndIdsNeverMeet() {
        Set<Long> keys = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            for (int epoch = 0; epoch < 20; epoch++) {
                for (int sample = 0; sample < 50; sample++) {
                    keys.add(RandomKey.of(seed)
                            .with(epoch)
                            .with("train/" + sample)
                            .value());
                }
            }
        }
        assertEquals(20 * 20 * 50, keys.size());
    }

    @Test
    void staysAsItWasReleased() {
        // Runs are replayed from their seeds: this value must never change. Derived in another language.
        assertEquals(
                DERIVED,
                RandomKey.of(1).with(2).with("train/cat/1.png").with("rotate").value());
    }
}
