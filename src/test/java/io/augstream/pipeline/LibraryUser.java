package io.augstream.pipeline;

import io.augstream.image.BufferedImages;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.random.CounterRandom;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A program that uses a pipeline and knows nothing else of us: {@link LibraryUseTest} starts it with a class path of its own. */
final class LibraryUser {
    private LibraryUser() {}

    /** @param files the pipeline file, and where the lines go */
    public static void main(String[] files) throws Exception {
        Files.write(Path.of(files[1]), lines(Path.of(files[0])));
    }

    /** For each stage of a pipeline file, alone: its name, and a number that tells the bytes of what it makes of some images. */
    static List<String> lines(Path file) {
        List<String> lines = new ArrayList<>();
        Pipeline pipeline = Pipeline.load(file);
        for (Stage stage : pipeline.stages()) {
            Pipeline alone = Pipeline.parse(pipeline.only(stage.name()).yaml());
            int hash = 0;
            for (int channels : new int[] {1, 3, 4}) {
                hash = 31 * hash + hashOf(alone, picture(33, 20, channels), new DrawKey(5, channels, "a"));
            }
            lines.add(stage.name() + " " + String.format(Locale.ROOT, "%08x", hash));
        }
        return lines;
    }

    /** The same by three ways: as an image, as a BufferedImage, and replayed from JSON. */
    private static int hashOf(Pipeline pipeline, Image image, DrawKey key) {
        Image output = pipeline.apply(image, key);
        BufferedImage buffered = pipeline.apply(BufferedImages.toBufferedImage(image), key);
        Image replayed = Pipeline.apply(Draws.parse(Draws.json(pipeline.draw(image.size(), key))), image);
        for (Image other : List.of(BufferedImages.toImage(buffered), replayed)) {
            if (!other.size().equals(output.size()) || !Arrays.equals(output.samples(), other.samples())) {
                throw new IllegalStateException(pipeline.stages() + " of " + image + ": one way gives another image");
            }
        }
        return 31 * output.size().hashCode() + Arrays.hashCode(output.samples());
    }

    private static Image picture(int width, int height, int channels) {
        byte[] samples = new byte[width * height * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) CounterRandom.at(11, i);
        }
        return Image.of(new ImageSize(width, height), channels, samples);
    }
}
