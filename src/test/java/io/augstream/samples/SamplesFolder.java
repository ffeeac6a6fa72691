package io.augstream.samples;

import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The layout of {@code samples/}: split/class/number.png. Run {@link #main} to draw it anew:
 * {@code mvn -q test-compile exec:java -Dexec.mainClass=io.augstream.samples.SamplesFolder -Dexec.classpathScope=test}.
 */
public final class SamplesFolder {
    static final Path PATH = Path.of("samples");

    /** Few enough that the folder stays under 2 MB even counted in blocks of 4 kB. */
    private static final Map<String, Integer> PICTURES_A_CLASS = Map.of("train", 28, "test", 20);

    private SamplesFolder() {}

    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, Image> picture : pictures().entrySet()) {
            Path file = PATH.resolve(picture.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, ImageFiles.encodePng(picture.getValue()));
        }
    }

    /** Every picture by its path within the folder. */
    static Map<String, Image> pictures() {
        Map<String, Image> pictures = new LinkedHashMap<>();
        PICTURES_A_CLASS.forEach((split, count) -> {
            for (DrawnShape shape : DrawnShape.values()) {
                for (int index = 0; index < count; index++) {
                    String path = "%s/%s/%02d.png".formatted(split, shape.folder(), index);
                    pictures.put(path, DrawnPicture.draw(split, shape, index));
                }
            }
        });
        return pictures;
    }
}
