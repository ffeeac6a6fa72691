package io.augstream.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How sure a network is of a class.
 *
 * @param label the class's index
 * @param share its softmax, in [0, 1]; the shares of all classes add up to 1
 */
public record ClassShare(int label, double share) {
    /** The softmax of the {@code classes} logits from {@code offset} on, largest first, of equal ones in their order. */
    static List<ClassShare> of(float[] logits, int offset, int classes) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < classes; i++) {
            largest = Math.max(largest, logits[offset + i]);
        }
        double[] powers = new double[classes];
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            powers[i] = StrictMath.exp(logits[offset + i] - largest);
            sum += powers[i];
        }
        List<ClassShare> shares = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            shares.add(new ClassShare(i, powers[i] / sum));
        }
        shares.sort(Comparator.comparingDouble(ClassShare::share).reversed());
        return shares;
    }
}
