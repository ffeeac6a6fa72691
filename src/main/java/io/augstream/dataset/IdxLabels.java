package io.augstream.dataset;

import java.nio.file.Path;

/**
 * The labels of one IDX file. Such files name no classes: those of the training images are the classes, counted up from 0 or,
 * as in EMNIST's letters, from 1. A broken byte would so be taken for hundreds of classes, if it were not refused.
 *
 * @param labels a byte an image, unsigned
 */
record IdxLabels(Path file, byte[] labels) {
    private static final int MOST = 256;

    static IdxLabels read(Path file) {
        return new IdxLabels(file, IdxImages.readLabels(file));
    }

    int count() {
        return labels.length;
    }

    int label(int image) {
        return labels[image] & 0xff;
    }

    /** How many classes there are, were these the training images' labels: the highest and one more. */
    int classes() {
        int classes = 0;
        for (int image = 0; image < labels.length; image++) {
            classes = Math.max(classes, label(image) + 1);
        }
        return classes;
    }

    /** @throws DataException if a class is on no image, though a higher one is */
    void requireEveryClass() {
        boolean[] seen = new boolean[MOST];
        for (int image = 0; image < labels.length; image++) {
            seen[label(image)] = true;
        }
        int first = seen[0] || !seen[1] ? 0 : 1;
        int gap = next(seen, first, false);
        if (gap < classes()) {
            int end = next(seen, gap, true);
            String missing = end - 1 == gap ? "label " + gap + " is" : "labels " + gap + " to " + (end - 1) + " are";
            throw new DataException(
                    above(end) + ", and " + missing + " on no image; classes count up from 0 or 1 without a gap");
        }
    }

    /** @throws DataException if a label is none of the training images' {@code classes} */
    void requireBelow(int classes) {
        if (classes() > classes) {
            throw new DataException(above(classes) + ", but the training images' labels end at " + (classes - 1));
        }
    }

    /** The first image whose label is at least {@code from}, as an error begins. */
    private String above(int from) {
        int image = 0;
        while (label(image) < from) {
            image++;
        }
        return file + ": image " + image + " has label " + label(image);
    }

    private static int next(boolean[] seen, int from, boolean value) {
        int label = from;
        while (label < MOST && seen[label] != value) {
            label++;
        }
        return label;
    }
}
