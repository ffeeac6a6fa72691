package io.augstream.lab.statistics;

import java.util.List;

/**
 * A score by the number of training images, one training a size. Between the sizes it is a straight line over the logarithm of
 * the number, as scores rise by about as much with each doubling.
 *
 * @param sizes rising, at least two, all above 0
 * @param scores one a size
 */
public record LearningCurve(List<Integer> sizes, List<Double> scores) {
    public LearningCurve {
        sizes = List.copyOf(sizes);
        scores = List.copyOf(scores);
        boolean rises = sizes.stream().sorted().distinct().toList().equals(sizes);
        if (sizes.size() < 2 || sizes.get(0) < 1 || !rises || scores.size() != sizes.size()) {
            throw new IllegalArgumentException("not a curve over two or more rising sizes: " + sizes + ", " + scores);
        }
    }

    /**
     * How many images it takes to reach {@code score}. A curve that falls between sizes may reach it more than once: the first
     * time counts. What lies outside the sizes is not guessed at; it is at most the smallest, or at least the largest size.
     */
    public Bounded sizeReaching(double score) {
        if (scores.get(0) >= score) {
            return new Bounded(sizes.get(0), scores.get(0) == score ? Bound.EXACT : Bound.AT_MOST);
        }
        for (int i = 1; i < sizes.size(); i++) {
            if (scores.get(i) >= score) {
                return new Bounded(between(i - 1, i, score), Bound.EXACT);
            }
        }
        return new Bounded(sizes.get(sizes.size() - 1), Bound.AT_LEAST);
    }

    /** Where the line from a score below to one not below {@code score} meets it. */
    private double between(int below, int above, double score) {
        double way = (score - scores.get(below)) / (scores.get(above) - scores.get(below));
        double ratio = (double) sizes.get(above) / sizes.get(below);
        return sizes.get(below) * StrictMath.pow(ratio, way);
    }
}
