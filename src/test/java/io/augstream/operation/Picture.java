package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.random.CounterRandom;
import java.util.ArrayList;
import java.util.List;

/** Pictures drawn in the source: each character is a gray level, its own code. */
final class Picture {
    private Picture() {}

    static Image of(String... rows) {
        byte[] samples = new byte[rows.length * rows[0].length()];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length(); x++) {
                samples[y * rows[0].length() + x] = (byte) rows[y].charAt(x);
            }
        }
        return Image.of(new ImageSize(rows[0].length(), rows.length), 1, samples);
    }

    static List<String> rows(Image image) {
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < image.height(); y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < image.width(); x++) {
                row.append((char) image.sample(x, y, 0));
            }
            rows.add(row.toString());
        }
        return rows;
    }

    static Image constant(int width, int height, int channels, int level) {
        byte[] samples = new byte[width * height * channels];
        java.util.Arrays.fill(samples, (byte) level);
        return Image.of(new ImageSize(width, height), channels, samples);
    }

    static Image random(int width, int height, int channels) {
        byte[] samples = new byte[width * height * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) CounterRandom.at(width * 1000L + height, i);
        }
        return Image.of(new ImageSize(width, height), channels, samples);
    }

    /** Black but for one sample of {@code level}. */
    static Image impulse(int side, int x, int y, int level) {
        byte[] samples = new byte[side * side];
        samples[y * side + x] = (byte) level;
        return Image.of(ImageSize.square(side), 1, samples);
    }
}
