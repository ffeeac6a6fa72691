package io.augstream.dataset;

import io.augstream.image.Image;

/** How often each of the 256 levels occurs in each channel of a set of 8-bit images, whose order does not matter. */
record LevelCounts(long[][] counts) implements LevelMoments {
    private static final int LEVELS = 256;

    static LevelCounts of(Iterable<Image> images) {
        long[][] counts = new long[0][LEVELS];
        for (Image image : images) {
            if (counts.length == 0) {
                counts = new long[image.channels()][LEVELS];
            }
            LevelMoments.requireChannels(counts.length, image);
            byte[] samples = image.samples();
            for (int i = 0; i < samples.length; i++) {
                counts[i % counts.length][samples[i] & 0xff]++;
            }
        }
        if (counts.length == 0) {
            throw new IllegalArgumentException("no images to fit a normalisation to");
        }
        return new LevelCounts(counts);
    }

    @Override
    public int channels() {
        return counts.length;
    }

    @Override
    public double mean(int channel) {
        long sum = 0;
        long number = 0;
        for (int level = 0; level < LEVELS; level++) {
            sum += level * counts[channel][level];
            number += counts[channel][level];
        }
        return (double) sum / number / 255;
    }

    @Override
    public double deviation(int channel) {
        double mean = mean(channel);
        double squares = 0;
        long number = 0;
        for (int level = 0; level < LEVELS; level++) {
            double distance = level / 255.0 - mean;
            squares += counts[channel][level] * distance * distance;
            number += counts[channel][level];
        }
        boolean constant = java.util.Arrays.stream(counts[channel])
                        .filter(count -> count > 0)
                        .count()
                == 1;
        return constant ? 0 : Math.sqrt(squares / number);
    }
}
