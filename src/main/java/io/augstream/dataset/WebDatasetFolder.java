package io.augstream.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * WebDataset shards: {@code train-*.tar}, {@code validation-*.tar} (or {@code val-}) and {@code test-*.tar}, also {@code
 * .tar.gz} and {@code .tgz}. Class names from {@code classes.txt}, else the numbers.
 */
final class WebDatasetFolder implements DatasetReader {
    @Override
    public boolean recognises(Path root) {
        return DataFiles.names(root).stream().anyMatch(name -> splitOf(name) != null);
    }

    @Override
    public Dataset read(Path root) {
        Map<Split, List<Sample>> samples = new EnumMap<>(Split.class);
        for (String name : DataFiles.names(root)) {
            Split split = splitOf(name);
            if (split != null) {
                samples.computeIfAbsent(split, s -> new ArrayList<>()).addAll(TarShard.read(root.resolve(name), split));
            }
        }
        int highest = samples.values().stream()
                .flatMap(List::stream)
                .mapToInt(Sample::label)
                .max()
                .orElse(Sample.UNLABELLED);
        Optional<ClassNames> names = ClassNames.find(root, "classes.txt");
        return new Dataset(
                ClassNames.upTo(highest, names),
                samples.getOrDefault(Split.TRAIN, List.of()),
                samples.getOrDefault(Split.VALIDATION, List.of()),
                samples.getOrDefault(Split.TEST, List.of()));
    }

    @Override
    public Map<Split, Path> places(Path root) {
        Map<Split, Path> places = new EnumMap<>(Split.class);
        for (String name : DataFiles.names(root)) {
            Split split = splitOf(name);
            if (split != null) {
                places.putIfAbsent(split, root.resolve(name));
            }
        }
        return places;
    }

    private static @Nullable Split splitOf(String name) {
        boolean shard = Stream.of(".tar", ".tar.gz", ".tgz").anyMatch(name::endsWith);
        return shard ? Split.named(name.split("[-_.]", 2)[0]) : null;
    }
}
