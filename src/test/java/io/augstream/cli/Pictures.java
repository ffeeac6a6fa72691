package io.augstream.cli;

import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.image.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small drawn pictures and pipeline files for the tests of the command line. */
final class Pictures {
    private Pictures() {}

    /** A slope from the left to the right, its steepness told by {@code step}. */
    static Image slope(int width, int height, int channels, int step) {
        byte[] samples = new byte[width * height * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i / channels % width * step + i % channels);
        }
        return Image.of(new ImageSize(width, height), channels, samples);
    }

    static Path write(Path file, Image image) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, ImageFiles.encodePng(image));
    }

    static Path text(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Two classes, ten 8x8 RGB pictures each to train on and four each to test. */
    static Path twoClasses(Path folder) throws IOException {
        for (int i = 0; i < 28; i++) {
            String split = i < 20 ? "train" : "test";
            String name = i % 2 == 0 ? "flat" : "steep";
            write(folder.resolve(split).resolve(name).resolve(i + ".png"), slope(8, 8, 3, i % 2 == 0 ? 1 + i % 3 : 25));
        }
        return folder;
    }
}
