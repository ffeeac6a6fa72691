package io.augstream.train.health;

/**
 * How the numbers of a training ended.
 *
 * @param layer its place; {@code loss} or {@code input} where it was none
 * @param step from 0 over the whole training
 * @param what in words
 */
public record Failure(String layer, long step, String what) {}
