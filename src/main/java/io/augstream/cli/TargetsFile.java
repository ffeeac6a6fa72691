package io.augstream.cli;

import io.augstream.image.ImageFiles;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.settings.Value;
import io.augstream.targets.Box;
import io.augstream.targets.Keypoint;
import io.augstream.targets.Targets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What belongs to images, in a file: YAML, or JSON, which is YAML too. Below each image's name its {@code mask} (an image file, relative to
 * this one), {@code boxes}, {@code keypoints}, {@code sides} and {@code least_visible}, as {@link Targets} has them.
 */
record TargetsFile(Path file, Map<String, Targets> targets) {
    /**
     * @throws SettingsException if the file is wrong; tells the line
     * @throws io.augstream.image.ImageFormatException if a mask cannot be read
     */
    static TargetsFile read(Path file) {
        Settings settings = Settings.read(file);
        Map<String, Targets> targets = new LinkedHashMap<>();
        Section images = settings.root();
        for (String name : images.keys()) {
            targets.put(name, images.get(name).section().build(s -> bind(s, settings.folder())));
        }
        return new TargetsFile(file, targets);
    }

    Optional<Targets> of(String name) {
        return Optional.ofNullable(targets.get(name));
    }

    /** An error that says which image's targets do not fit. */
    SettingsException misfit(String name, IllegalArgumentException e) {
        return new SettingsException(file + ": " + name + ": " + e.getMessage(), e);
    }

    private static Targets bind(Section s, Path folder) {
        Targets bound = Targets.NONE
                .withBoxes(s.list("boxes").stream().map(TargetsFile::box).toList())
                .withKeypoints(
                        s.list("keypoints").stream().map(TargetsFile::keypoint).toList())
                .withSides(s.list("sides").stream().map(TargetsFile::pair).toList())
                .withLeastVisible(s.number("least_visible", 0));
        return s.find("mask")
                .map(path -> bound.withMask(ImageFiles.readLabels(folder.resolve(path.text()))))
                .orElse(bound);
    }

    private static Box box(Value value) {
        return value.section()
                .build(s -> new Box(
                        s.get("left").number(),
                        s.get("top").number(),
                        s.get("right").number(),
                        s.get("bottom").number(),
                        s.text("label", "")));
    }

    private static Keypoint keypoint(Value value) {
        return value.section()
                .build(s -> new Keypoint(s.get("x").number(), s.get("y").number(), s.text("name", "")));
    }

    private static List<String> pair(Value value) {
        return value.list().stream().map(Value::text).toList();
    }
}
