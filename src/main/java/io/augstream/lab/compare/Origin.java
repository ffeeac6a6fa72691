package io.augstream.lab.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a run's figures come from, as far as runs are compared by it.
 *
 * @param software version, Java and kernels by name: none of them should show in a figure
 * @param digests SHA-256 in hex of the data folder's files and of each split as prepared, by name
 * @param testRedrawn whether each seed drew its test images from those that it trains on
 */
record Origin(
        Map<String, String> software,
        String pipelineSha256,
        List<Long> seeds,
        Map<String, String> digests,
        boolean testRedrawn) {
    /** The digest of the data folder: files that nobody reads are in it too, so that it says less than those of the splits. */
    static final String FILES = "files";

    Origin {
        software = Collections.unmodifiableMap(new LinkedHashMap<>(software));
        seeds = List.copyOf(seeds);
        digests = Collections.unmodifiableMap(new LinkedHashMap<>(digests));
    }

    /** Whether both saw the same images, whatever else lay beside them. */
    boolean hasImagesOf(Origin other) {
        return images().equals(other.images());
    }

    private Map<String, String> images() {
        Map<String, String> images = new LinkedHashMap<>(digests);
        images.remove(FILES);
        return images;
    }
}
