package io.augstream.lab;

/**
 * What a pipeline file states of its arms before anyone has looked, and the answer that it expects.
 *
 * @param text the claim in words
 * @param metric what the arms are compared by
 * @param arm of which something is claimed
 * @param than the arm that it is compared with
 * @param direction how the metric of {@code arm} is said to differ
 * @param expected what is known of the claim: a slogan that fails is worth telling, too
 */
public record Claim(String text, Metric metric, String arm, String than, Direction direction, Answer expected) {
    /** How one arm's metric differs from the other's. */
    public enum Direction {
        LESS,
        GREATER
    }

    public Claim {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must say what is claimed");
        }
        if (arm.equals(than)) {
            throw new IllegalArgumentException("than must name another arm than '" + arm + "'");
        }
        if (expected == Answer.NOT_JUDGED) {
            throw new IllegalArgumentException("expected must be held, contradicted or not_shown");
        }
    }
}
