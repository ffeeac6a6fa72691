package io.augstream.lab;

import io.augstream.train.Score;
import org.jspecify.annotations.Nullable;

/**
 * How well a network did after an epoch, on clean images in evaluation mode.
 *
 * @param epoch from 1; 0 of the first weights, where nothing else can be scored
 * @param train absent in epochs in which it was not asked for; never in the last
 * @param validation absent where there are no validation images
 */
public record EpochScores(int epoch, @Nullable Score train, @Nullable Score validation, Score test) {}
