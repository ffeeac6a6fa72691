package io.augstream.operation;

import io.augstream.image.Image;

/**
 * Stretches the levels of each colour so that its lowest becomes 0 and its highest 255; rounded. A colour of one level stays
 * as it is.
 */
public record Autocontrast() implements LevelOperation {
    @Override
    public LevelTable after(LevelTable before, Image image) {
        return before.then(Histogram.of(image, before).tables(Autocontrast::table));
    }

    private static byte[] table(int[] counts) {
        int lowest = 0;
        while (counts[lowest] == 0) {
            lowest++;
        }
        int highest = counts.length - 1;
        while (counts[highest] == 0) {
            highest--;
        }
        if (lowest == highest) {
            return LevelTable.table(level -> level);
        }
        int low = lowest;
        int width = highest - lowest;
        return LevelTable.table(level -> (level - low) * Levels.FULL_SCALE / width);
    }
}
