package io.augstream.train.health;

/**
 * What is said of one layer.
 *
 * @param layer its place
 * @param firstStep that showed it, since the network last did what it shall, from 0; −1 where there is none to tell
 * @param evidence figures beside their limits, in words
 */
public record LayerDiagnosis(String layer, Verdict verdict, long firstStep, String evidence) {}
