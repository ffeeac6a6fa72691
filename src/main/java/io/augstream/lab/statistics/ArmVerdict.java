package io.augstream.lab.statistics;

import java.util.OptionalDouble;

/**
 * An arm's verdict.
 *
 * @param smallestEffect the smallest true difference in test accuracy (in [0, 1]) that these seeds would have found with
 *     80% power; absent where the differences do not vary
 */
public record ArmVerdict(String arm, Verdict verdict, OptionalDouble smallestEffect) {}
