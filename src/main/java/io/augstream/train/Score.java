package io.augstream.train;

/**
 * How well a network does on a split.
 *
 * @param accuracy share of the images whose class it names, in [0, 1]
 * @param loss mean cross-entropy E, in nats, without any weight decay
 */
public record Score(double accuracy, double loss) {}
