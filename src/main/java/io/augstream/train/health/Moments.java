package io.augstream.train.health;

/**
 * What some numbers come to.
 *
 * @param error the standard error of the mean
 */
record Moments(double mean, double error) {}
