package io.augstream.cli;

import io.augstream.image.ImageFiles;
import io.augstream.image.ImageSize;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.settings.Value;
import io.augstream.targets.Box;
import io.augstream.targets.Keypoint;
import io.augstream.targets.Targets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * What belongs to images, in a file: YAML, or JSON, which is YAML too. Below each image's name its {@code mask} (an image file, relative to
 * this one), {@code boxes}, {@code keypoints}, {@code sides} and {@code least_visible}, as {@link Targets} has them.
 */
final class TargetsFile {
    private final Path file;
    private final Path folder;
    private final Section images;

    private TargetsFile(Path file, Settings settings) {
        this.file = file;
        this.folder = settings.folder();
        this.images = settings.root();
    }

    /** @throws SettingsException if the file is wrong, also for images that are not asked for; tells the line */
    static TargetsFile read(Path file) {
        TargetsFile read = new TargetsFile(file, Settings.read(file));
        read.images.keys().forEach(name -> {
            Targets unused = read.images.section(name).build(s -> withoutMask(s, within -> {}));
        });
        return read;
    }

    /** @throws SettingsException if it has nothing for any of {@code names} */
    void requireSome(Collection<String> names) {
        if (Collections.disjoint(images.keys(), names)) {
            throw new SettingsException(file + ": has nothing for " + String.join(", ", names) + "; it has "
                    + (images.keys().isEmpty() ? "nothing at all" : String.join(", ", images.keys())));
        }
    }

    /**
     * What belongs to an image; {@link Targets#NONE} where the file does not name it, or names it alone.
     *
     * @throws SettingsException if something does not lie within the image; tells the line
     * @throws io.augstream.image.ImageFormatException if the mask cannot be read
     */
    Targets of(String name, ImageSize image) {
        return images.section(name).build(s -> {
            Targets targets = withoutMask(s, part -> part.requireWithin(image));
            return s.find("mask").map(path -> masked(targets, path, image)).orElse(targets);
        });
    }

    private Targets masked(Targets targets, Value path, ImageSize image) {
        Targets masked = targets.withMask(ImageFiles.readLabels(folder.resolve(path.text())));
        masked.requireWithin(image);
        return masked;
    }

    /** @param check of each box and each point alone, so that an error is told at its line */
    private static Targets withoutMask(Section s, Consumer<Targets> check) {
        Targets targets = Targets.NONE
                .withBoxes(s.list("boxes").stream().map(box -> box(box, check)).toList())
                .withKeypoints(s.list("keypoints").stream()
                        .map(point -> keypoint(point, check))
                        .toList())
                .withSides(s.list("sides").stream().map(TargetsFile::pair).toList())
                .withLeastVisible(s.number("least_visible", 0));
        s.allow(List.of("mask"));
        return targets;
    }

    private static Box box(Value value, Consumer<Targets> check) {
        return value.section().build(s -> {
            Box box = new Box(
                    s.get("left").number(),
                    s.get("top").number(),
                    s.get("right").number(),
                    s.get("bottom").number(),
                    s.text("label", ""));
            check.accept(Targets.NONE.withBoxes(List.of(box)));
            return box;
        });
    }

    private static Keypoint keypoint(Value value, Consumer<Targets> check) {
        return value.section().build(s -> {
            Keypoint point = new Keypoint(s.get("x").number(), s.get("y").number(), s.text("name", ""));
            check.accept(Targets.NONE.withKeypoints(List.of(point)));
            return point;
        });
    }

    private static List<String> pair(Value value) {
        return value.list().stream().map(Value::text).toList();
    }
}
