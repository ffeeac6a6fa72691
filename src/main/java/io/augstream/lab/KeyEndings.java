package io.augstream.lab;

import java.util.Collection;

/** What keys are called in the names of arms: by the shortest end of each that tells it from the others. */
record KeyEndings(Collection<String> keys) {
    /** {@code weight_decay} of {@code train.weight_decay}; {@code rotate.p} where {@code stages.mirror.p} is there too. */
    String of(String key) {
        int start = key.lastIndexOf('.') + 1;
        while (start > 0 && isShared(key.substring(start))) {
            start = key.lastIndexOf('.', start - 2) + 1;
        }
        return key.substring(start);
    }

    private boolean isShared(String ending) {
        return keys.stream()
                        .filter(key -> key.equals(ending) || key.endsWith("." + ending))
                        .count()
                > 1;
    }
}
