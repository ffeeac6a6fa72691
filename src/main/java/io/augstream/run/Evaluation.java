package io.augstream.run;

import io.augstream.train.Score;

/**
 * How well a network does on a split, and what it confuses.
 *
 * @param images of the split
 */
public record Evaluation(int images, Score score, ConfusionMatrix confusion) {}
