package io.augstream.lab;

import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.image.ImageSize;
import io.augstream.random.CounterRandom;
import io.augstream.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Two classes of 8x8 pictures, brighter on the left or on the right under noise, and a pipeline file for them. */
public final class TinyExperiment {
    private static final String FILE =
            """
            data: {root: data, validation: 0.25, train_size: 12}
            stages:
              - rotate: {degrees: [-40, 40], p: 0}
              - noise: {std: 0.2}
            network:
              - flatten
              - dense: {units: 6}
              - relu
              - dropout: {rate: 0.2}
              - dense: {units: classes}
            train: {epochs: 3, batch: 4, learning_rate: 0.05, momentum: 0.9}
            measure: {seeds: 2, workers: 1}
            """;

    private final Path folder;
    private Settings settings;

    /** Draws the pictures below {@code folder}. */
    public TinyExperiment(Path folder) throws IOException {
        this.folder = folder;
        this.settings = Settings.parse(FILE, "tiny.yaml", folder);
        draw("train", 16);
        draw("test", 9);
    }

    public TinyExperiment with(String key, String value) {
        settings = settings.with(key, value);
        return this;
    }

    public ExperimentSettings settings() {
        return ExperimentSettings.from(settings, "tiny");
    }

    public ExperimentResult run() {
        return new Experiment(settings(), ProgressListener.NONE).run();
    }

    /** Turns every test picture's brightness over. */
    void invertTestPictures() throws IOException {
        for (String side : new String[] {"left", "right"}) {
            for (int i = 0; i < 9; i++) {
                Path file = file("test", side, i);
                Image image = ImageFiles.read(file);
                byte[] samples = image.samples().clone();
                for (int j = 0; j < samples.length; j++) {
                    samples[j] = (byte) ~samples[j];
                }
                Files.write(file, ImageFiles.encodePng(Image.of(image.size(), 1, samples)));
            }
        }
    }

    private void draw(String split, int pictures) throws IOException {
        for (int i = 0; i < pictures; i++) {
            write(file(split, "left", i), 0, i);
            write(file(split, "right", i), 4, i);
        }
    }

    private static void write(Path file, int brightFrom, int picture) throws IOException {
        CounterRandom random = new CounterRandom(file.getFileName().toString().hashCode() + 31L * brightFrom + picture);
        byte[] samples = new byte[64];
        for (int i = 0; i < samples.length; i++) {
            boolean bright = i % 8 >= brightFrom && i % 8 < brightFrom + 4;
            samples[i] = (byte) Math.max(0, Math.min(255, (bright ? 150 : 100) + 60 * random.nextGaussian()));
        }
        Files.createDirectories(file.getParent());
        Files.write(file, ImageFiles.encodePng(Image.of(new ImageSize(8, 8), 1, samples)));
    }

    private Path file(String split, String side, int picture) {
        return folder.resolve("data").resolve(split).resolve(side).resolve(picture + ".png");
    }
}
