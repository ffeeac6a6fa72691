package io.augstream.nn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Calls the kinds of vector operation by turns before any kernel runs, so that the virtual machine never sees one kind alone.
 *
 * <p>All operations share a method ({@code VectorOperators.opCode}), which C2 of Java 17 compiles for the kinds that it has
 * seen: without this, for the fused multiply-adds of the first products. Another kind then makes it a trap, some five of
 * them until it is compiled for all. Wherever the method is inlined its traps count, and with more than 100 (PerMethodTrapLimit) C2
 * no longer trusts the type of anything: a tile of 24 multiply-adds works on vectors that lie on the heap, and a training is
 * 3.4 times slower to its end. That was so in one start of eight; how many traps there were hung on the moment of a compilation.
 */
final class VectorRehearsal {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** C2 compiles a method after 5,000 calls that were watched, and watching begins some hundreds of calls late. */
    private static final int ROUNDS = 1500;

    private VectorRehearsal() {}

    /** Takes some 45 ms. Returns what it has computed, 0, so that nothing is optimised away. */
    static float run() {
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = 0; i < ROUNDS; i++) {
            FloatVector two = one.fma(one, one);
            VectorMask<Float> larger = two.compare(VectorOperators.GT, one);
            FloatVector minusOne = one.sub(two).abs().neg();
            sum = sum.add(two.blend(one, larger)).add(minusOne);
        }
        return sum.lane(0);
    }
}
