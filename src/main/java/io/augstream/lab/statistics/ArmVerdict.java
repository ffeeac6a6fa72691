package io.augstream.lab.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * An arm's verdict.
 *
 * @param smallestEffect the smallest true difference of the primary metric (in its unit) that these seeds would have
 *     found with 80% power; absent where the differences do not vary
 * @param equivalence present where the rule names a smallest effect that matters
 * @param seedsNeeded to show an effect of that size, by {@link SeedsNeeded}; absent without one, too
 */
public record ArmVerdict(
        String arm,
        Verdict verdict,
        OptionalDouble smallestEffect,
        Optional<Equivalence> equivalence,
        OptionalInt seedsNeeded) {}
