package io.augstream.train;

/**
 * How well a network does on a split.
 *
 * @param accuracy share of the images whose class it names, in [0, 1]
 * @param loss mean of the training's loss E over the images, without label smoothing and without any weight decay; of
 *     cross-entropy in nats
 */
public record Score(double accuracy, double loss) {}
