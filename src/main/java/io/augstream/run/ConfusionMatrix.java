package io.augstream.run;

import io.augstream.dataset.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How many images of each class a network takes for each class. */
public final class ConfusionMatrix {
    private final int classes;
    private final int[] counts;

    /** @param classes how many there are */
    public ConfusionMatrix(int classes) {
        this.classes = classes;
        this.counts = new int[Math.multiplyExact(classes, classes)];
    }

    /**
     * Images of one class that were taken for another.
     *
     * @param share of the images of class {@code label}, in (0, 1]
     */
    public record Confusion(int label, int said, int count, double share) {}

    /** Counts a batch; an image is said to be of the first class with the largest logit. */
    public void add(Batch batch, float[] logits) {
        for (int image = 0; image < batch.size(); image++) {
            counts[batch.labels()[image] * classes + largest(logits, image * classes)]++;
        }
    }

    /**
     * Of counts that were kept.
     *
     * @param rows by label, then by what was said, as {@link #rows} gives them
     */
    public static ConfusionMatrix of(List<List<Integer>> rows) {
        ConfusionMatrix matrix = new ConfusionMatrix(rows.size());
        for (int label = 0; label < rows.size(); label++) {
            if (rows.get(label).size() != rows.size()) {
                throw new IllegalArgumentException("a confusion matrix is square, got " + rows.size() + " rows and "
                        + rows.get(label).size() + " columns");
            }
            for (int said = 0; said < rows.size(); said++) {
                matrix.counts[label * rows.size() + said] = rows.get(label).get(said);
            }
        }
        return matrix;
    }

    /** All counts, by label and then by what was said. */
    public List<List<Integer>> rows() {
        List<List<Integer>> rows = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            rows.add(Arrays.stream(counts, label * classes, (label + 1) * classes)
                    .boxed()
                    .toList());
        }
        return rows;
    }

    /** Adds the counts of another network, or of another seed; {@code other} has as many classes. */
    public void add(ConfusionMatrix other) {
        if (other.classes != classes) {
            throw new IllegalArgumentException(
                    "counts over " + other.classes + " classes cannot be added to counts over " + classes);
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    public int classes() {
        return classes;
    }

    /** Images of class {@code label} that were taken for {@code said}. */
    public int count(int label, int said) {
        return counts[label * classes + said];
    }

    /** Images of class {@code label}. */
    public int images(int label) {
        return Arrays.stream(counts, label * classes, (label + 1) * classes).sum();
    }

    /** The largest counts off the diagonal, largest first, at most {@code most}; of equal ones in the order of classes. */
    public List<Confusion> worst(int most) {
        List<Confusion> confusions = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            int images = images(label);
            for (int said = 0; said < classes; said++) {
                int count = count(label, said);
                if (said != label && count > 0) {
                    confusions.add(new Confusion(label, said, count, (double) count / images));
                }
            }
        }
        confusions.sort(Comparator.comparingInt(Confusion::count).reversed());
        return List.copyOf(confusions.subList(0, Math.min(most, confusions.size())));
    }

    private int largest(float[] logits, int offset) {
        int best = 0;
        for (int i = 1; i < classes; i++) {
            if (logits[offset + i] > logits[offset + best]) {
                best = i;
            }
        }
        return best;
    }
}
