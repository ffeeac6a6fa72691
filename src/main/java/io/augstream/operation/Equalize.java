package io.augstream.operation;

import io.augstream.image.Image;
import java.util.Arrays;

/**
 * Spreads the levels of each colour so that all are about as frequent, by Pillow's rule in whole numbers, which torchvision
 * has too: with step = ⌊(pixels − those of the highest level) / 255⌋, a level becomes ⌊(pixels below it + ⌊step/2⌋) / step⌋,
 * at most 255. A colour with a step of 0, as in every picture of less than 256 pixels, stays as it is.
 *
 * <p>Of 16 bits and floats every distinct sample is a level of its own, and the new level is not cut to a whole number; the step is
 * the same.
 */
public record Equalize() implements LevelOperation {
    @Override
    public LevelTable after(LevelTable before, Image image) {
        return before.then(Histogram.of(image, before).tables(Equalize::table));
    }

    @Override
    public Image deep(Image image) {
        double[][] sorted = new double[ColourLevels.colours(image.channels())][];
        for (int colour = 0; colour < sorted.length; colour++) {
            sorted[colour] = ColourLevels.of(image, colour);
            Arrays.sort(sorted[colour]);
        }
        return ColourLevels.changeEach(image, (level, colour) -> spread(level, sorted[colour]));
    }

    private static double spread(double level, double[] sorted) {
        int step = below(sorted[sorted.length - 1], sorted) / 255;
        return step == 0 ? level : Math.min(Levels.FULL_SCALE, (below(level, sorted) + step / 2) / (double) step);
    }

    /** How many are lower. */
    private static int below(double level, double[] sorted) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (sorted[middle] < level) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
