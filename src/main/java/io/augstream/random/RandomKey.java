package io.augstream.random;

/**
 * Derives the key of a random stream from what it belongs to, part by part:
 * {@code RandomKey.of(seed).with(epoch).with(sampleId).with("rotate").value()}. Order matters, and so do the borders
 * between parts: ("ab", "c") and ("a", "bc") give different keys.
 */
public record RandomKey(long value) {
    public static RandomKey of(long seed) {
        return new RandomKey(CounterRandom.mix(seed ^ 0x6a09e667f3bcc909L));
    }

    public RandomKey with(long part) {
        return new RandomKey(CounterRandom.mix(CounterRandom.at(value, 0) ^ CounterRandom.at(part, 1)));
    }

    /** Takes the text by its UTF-16 units and its length, so it does not depend on a charset. */
    public RandomKey with(String part) {
        RandomKey key = with(part.length());
        for (int i = 0; i < part.length(); i += 4) {
            long units = 0;
            for (int j = i; j < Math.min(i + 4, part.length()); j++) {
                units = units << 16 | part.charAt(j);
            }
            key = key.with(units);
        }
        return key;
    }

    public CounterRandom random() {
        return new CounterRandom(value);
    }
}
