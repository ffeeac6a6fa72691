package io.augstream.operation;

import io.augstream.image.Image;

/**
 * Stretches the levels of each colour so that its lowest becomes 0 and its highest 255; rounded. A colour of one level stays
 * as it is.
 */
public record Autocontrast() implements LevelOperation {
    @Override
    public LevelTable after(LevelTable before, Image image) {
        int[][] counts = Histogram.of(image, before).counts();
        byte[][] tables = new byte[counts.length][];
        for (int colour = 0; colour < tables.length; colour++) {
            tables[colour] = table(counts[colour]);
        }
        return before.then(tables);
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
