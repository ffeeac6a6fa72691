package io.augstream.dataset;

import io.augstream.image.Image;
import java.util.Arrays;
import java.util.Iterator;

/** {@link LevelMoments} of images of any depth: the mean from a first sum, the deviation from a second of squared distances to it. */
final class LevelSums implements LevelMoments {
    private final double[] means;
    private final double[] deviations;

    private LevelSums(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    static LevelSums of(Iterable<Image> images) {
        Iterator<Image> first = images.iterator();
        int channels = first.next().channels();
        double[] least = new double[channels];
        double[] most = new double[channels];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        double[] means = new double[channels];
        double[] deviations = new double[channels];
        long number = 0;
        for (Image image : images) {
            LevelMoments.requireChannels(channels, image);
            number += image.length() / channels;
            for (int i = 0; i < image.length(); i++) {
                double share = image.level(i) / 255;
                int channel = i % channels;
                means[channel] += share;
                least[channel] = Math.min(least[channel], share);
                most[channel] = Math.max(most[channel], share);
            }
        }
        for (int channel = 0; channel < channels; channel++) {
            means[channel] /= number;
        }
        for (Image image : images) {
            for (int i = 0; i < image.length(); i++) {
                double distance = image.level(i) / 255 - means[i % channels];
                deviations[i % channels] += distance * distance;
            }
        }
        for (int channel = 0; channel < channels; channel++) {
            // The mean of equal numbers may be rounded, and the deviation be a little more than none.
            boolean constant = least[channel] == most[channel];
            deviations[channel] = constant ? 0 : Math.sqrt(deviations[channel] / number);
        }
        return new LevelSums(means, deviations);
    }

    @Override
    public int channels() {
        return means.length;
    }

    @Override
    public double mean(int channel) {
        return means[channel];
    }

    @Override
    public double deviation(int channel) {
        return deviations[channel];
    }
}
