package io.augstream.operation;

import io.augstream.image.Image;

/**
 * Spreads the levels of each colour so that all are about as frequent, by Pillow's rule in whole numbers, which torchvision
 * has too: with step = ⌊(pixels − those of the highest level) / 255⌋, a level becomes ⌊(pixels below it + ⌊step/2⌋) / step⌋,
 * at most 255. A colour with a step of 0, as in every picture of less than 256 pixels, stays as it is.
 */
public record Equalize() implements LevelOperation {
    @Override
    public LevelTable after(LevelTable before, Image image) {
        return before.then(Histogram.of(image, before).tables(Equalize::table));
    }

    private static byte[] table(int[] counts) {
        int pixels = 0;
        int ofHighest = 0;
        for (int count : counts) {
            pixels += count;
            ofHighest = count > 0 ? count : ofHighest;
        }
        int step = (pixels - ofHighest) / 255;
        if (step == 0) {
            return LevelTable.table(level -> level);
        }
        byte[] table = new byte[counts.length];
        int below = 0;
        for (int level = 0; level < counts.length; level++) {
            table[level] = (byte) Math.min(255, (below + step / 2) / step);
            below += counts[level];
        }
        return table;
    }
}
