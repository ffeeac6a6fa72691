package io.augstream.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One folder a class; deeper folders belong to it. Below {@code train}, {@code validation} (or {@code val}) and {@code
 * test} where the root has any of these, else the root's own folders are the classes and all images are for training.
 * Hidden files and folders do not count, nor do files whose names do not end like an image's. Sorted by the UTF-16 units
 * of class names and relative paths.
 */
final class ImageFolder implements DatasetReader {
    @Override
    public boolean recognises(Path root) {
        boolean packed = Stream.of(new IdxFolder(), new Cifar10Folder(), new WebDatasetFolder())
                .anyMatch(reader -> reader.recognises(root));
        return packed
                ? folders(root).stream().anyMatch(folder -> Split.named(folder) != null)
                : !folders(root).isEmpty() || DataFiles.names(root).stream().anyMatch(ImageNames::isImage);
    }

    @Override
    public Dataset read(Path root) {
        Map<Split, Path> roots = splitRoots(root);
        Set<String> names = new TreeSet<>();
        roots.values().forEach(folder -> names.addAll(folders(folder)));
        List<String> classes = List.copyOf(names);
        Map<Split, List<Sample>> samples = new EnumMap<>(Split.class);
        roots.forEach((split, folder) -> samples.put(split, samples(split, folder, classes)));
        return new Dataset(
                classes,
                samples.getOrDefault(Split.TRAIN, List.of()),
                samples.getOrDefault(Split.VALIDATION, List.of()),
                samples.getOrDefault(Split.TEST, List.of()));
    }

    @Override
    public Map<Split, Path> places(Path root) {
        return splitRoots(root);
    }

    /** A class without images in some split would be scored or learned as if it did not exist. */
    @Override
    public void checkForTraining(Path root, Dataset dataset) {
        splitRoots(root).forEach((split, folder) -> {
            long[] counts = new long[dataset.classes().size()];
            dataset.samples(split).stream()
                    .filter(sample -> sample.label() != Sample.UNLABELLED)
                    .forEach(sample -> counts[sample.label()]++);
            IntStream.range(0, counts.length)
                    .filter(label -> counts[label] == 0)
                    .mapToObj(label -> folder.resolve(dataset.classes().get(label)))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw new DataException(
                                missing
                                        + (Files.isDirectory(missing)
                                                ? ": an empty class: no image in this folder"
                                                : ": no such folder, but other splits have this class; all must have the same"));
                    });
        });
    }

    private static Map<Split, Path> splitRoots(Path root) {
        Map<Split, Path> roots = new EnumMap<>(Split.class);
        for (String name : folders(root)) {
            Split split = Split.named(name);
            Path earlier = split == null ? null : roots.put(split, root.resolve(name));
            if (earlier != null) {
                throw new DataException(root + ": '" + earlier.getFileName() + "' and '" + name
                        + "' are two folders for one split; keep one");
            }
        }
        return roots.isEmpty() ? Map.of(Split.TRAIN, root) : roots;
    }

    private static List<Sample> samples(Split split, Path folder, List<String> classes) {
        List<Sample> samples = new ArrayList<>();
        for (String name : files(folder)) {
            int slash = name.indexOf('/');
            int label = slash < 0 ? Sample.UNLABELLED : classes.indexOf(name.substring(0, slash));
            samples.add(new Sample(split.id() + "/" + name, label, new FileImage(folder.resolve(name))));
        }
        return samples;
    }

    /** Relative paths of all images below, with slashes, sorted. */
    private static List<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(file -> !isHidden(file))
                    .map(file -> file.toString().replace(file.getFileSystem().getSeparator(), "/"))
                    .filter(ImageNames::isImage)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw DataFiles.unreadable(folder, e);
        }
    }

    private static List<String> folders(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw DataFiles.unreadable(folder, e);
        }
    }

    private static boolean isHidden(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
    }
}
