package io.augstream.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which arms are asked how many images their augmentation is worth.
 *
 * @param without arms by which the images are counted, of at least two sizes and each of another; kept from the smallest to the
 *     largest
 * @param with arms that are valued, at least one
 */
public record WorthSettings(List<SizedArm> without, List<SizedArm> with) {
    public WorthSettings {
        without = without.stream()
                .sorted((a, b) -> Integer.compare(a.images(), b.images()))
                .toList();
        with = List.copyOf(with);
        List<Integer> sizes = without.stream().map(SizedArm::images).toList();
        if (sizes.size() < 2 || sizes.stream().distinct().count() < sizes.size()) {
            throw new IllegalArgumentException(
                    "without must name two or more arms, each of another data.train_size, got " + names(without)
                            + " of " + sizes + " images");
        }
        if (with.isEmpty() || with.stream().distinct().count() < with.size()) {
            throw new IllegalArgumentException("with must name one or more arms, each once, got " + names(with));
        }
    }

    /** As a pipeline file says it. */
    Map<String, Object> written() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("without", names(without));
        map.put("with", names(with));
        return map;
    }

    private static List<String> names(List<SizedArm> arms) {
        return arms.stream().map(SizedArm::name).toList();
    }
}
