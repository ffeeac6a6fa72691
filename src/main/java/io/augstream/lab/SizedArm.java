package io.augstream.lab;

/**
 * An arm and how much it trains on.
 *
 * @param images of each seed, at least 1
 */
public record SizedArm(String name, int images) {}
