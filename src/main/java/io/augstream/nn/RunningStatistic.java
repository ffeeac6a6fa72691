package io.augstream.nn;

/**
 * What a batch norm has learnt about its inputs without a gradient; part of a trained network as its parameters are.
 *
 * @param name as {@code 1.batch_norm.mean} or {@code 1.batch_norm.variance}
 * @param value one number a channel, written by each training pass
 */
public record RunningStatistic(String name, float[] value) {}
