package io.augstream.lab.compare;

import io.augstream.lab.report.Notes;
import java.util.ArrayList;
import java.util.List;

/** Whether the runs were made on the same images; where not, that is said first and loudly. */
final class DataSection {
    /** Hex digits of a digest that are shown: the rest is in the JSON. */
    private static final int SHOWN = 12;

    private DataSection() {}

    static List<String> lines(SideBySide both, int width) {
        List<String> lines = new ArrayList<>(Notes.broken(sentence(both), width));
        lines.addAll(DifferenceSection.lines(both.data(), DataSection::shortened, width));
        return lines;
    }

    private static String sentence(SideBySide both) {
        if (both.data().isEmpty()) {
            return "All were made on the same images.";
        }
        if (both.onSameImages()) {
            return "All were made on the same images, though files in the data folders differ. SHA-256:";
        }
        boolean sameFiles =
                both.data().stream().noneMatch(difference -> difference.key().equals(Origin.FILES));
        return "NOT THE SAME IMAGES: no comparison across runs of different images is paired."
                + (sameFiles
                        ? " The files are the same; what is drawn and prepared of them differs (seeds, data section)."
                        : "")
                + " SHA-256 that differ:";
    }

    private static String shortened(String digest) {
        return digest.length() > SHOWN ? digest.substring(0, SHOWN) : digest;
    }
}
