package io.augstream.operation;

import io.augstream.image.Image;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/**
 * Stretches the levels of each colour so that its lowest becomes 0 and its highest 255; rounded. A colour of one level stays
 * as it is.
 */
public record Autocontrast() implements LevelOperation {
    @Override
    public LevelTable after(LevelTable before, Image image) {
        return before.then(Histogram.of(image, before).tables(Autocontrast::table));
    }

    @Override
    public Image deep(Image image) {
        int colours = ColourLevels.colours(image.channels());
        double[] lowest = new double[colours];
        double[] highest = new double[colours];
        for (int colour = 0; colour < colours; colour++) {
            DoubleSummaryStatistics levels =
                    Arrays.stream(ColourLevels.of(image, colour)).summaryStatistics();
            lowest[colour] = levels.getMin();
            highest[colour] = levels.getMax();
        }
        return ColourLevels.changeEach(image, (level, colour) -> {
            double width = highest[colour] - lowest[colour];
            return width == 0 ? level : (level - lowest[colour]) * Levels.FULL_SCALE / width;
        });
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
