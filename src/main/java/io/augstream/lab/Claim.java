package io.augstream.lab;

import java.util.stream.Stream;

/**
 * What a pipeline file states of its arms before anyone has looked, and the answer that it expects.
 *
 * @param text the claim in words
 * @param metric what is claimed of
 * @param arm of which something is claimed
 * @param statement what its metric is said to be like
 * @param expected what is known of the claim: a slogan that fails is worth telling, too
 */
public record Claim(String text, Metric metric, String arm, Statement statement, Answer expected) {

    public Claim {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must say what is claimed");
        }
        if (statement instanceof Statement.Against against && arm.equals(against.than())) {
            throw new IllegalArgumentException("than must name another arm than '" + arm + "'");
        }
        if (statement instanceof Statement.Effects effects
                && (arm.equals(effects.minus()) || effects.than().equals(effects.thanMinus()))) {
            throw new IllegalArgumentException("an effect is of two arms: '"
                    + (arm.equals(effects.minus()) ? arm : effects.than()) + "' has none against itself");
        }
        if (expected == Answer.NOT_JUDGED) {
            throw new IllegalArgumentException("expected must be held, contradicted or not_shown");
        }
    }

    /** The names of all that it is of. */
    Stream<String> arms() {
        if (statement instanceof Statement.Effects effects) {
            return Stream.of(arm, effects.minus(), effects.than(), effects.thanMinus());
        }
        return statement instanceof Statement.Against against ? Stream.of(arm, against.than()) : Stream.of(arm);
    }
}
