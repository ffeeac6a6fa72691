package io.augstream.lab;

import io.augstream.lab.statistics.Holm;
import io.augstream.lab.statistics.PairedComparison;
import io.augstream.lab.statistics.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A claim's answer.
 *
 * @param paired the metric of {@link Claim#arm} minus that of {@link Claim#than}, seed by seed
 * @param pHolm the paired t test's p after Holm's correction over the claims of the file; absent with too few seeds
 */
public record ClaimResult(Claim claim, PairedComparison paired, OptionalDouble pHolm, Answer answer) {
    public boolean isExpected() {
        return answer == claim.expected();
    }

    /**
     * Answers the claims: a false answer of held or contradicted stands in at most 5% of files, however many claims one has.
     *
     * @param arms among which are all that the claims name
     */
    static List<ClaimResult> of(List<Claim> claims, List<ArmResult> arms) {
        List<PairedComparison> pairs = claims.stream()
                .map(claim -> arm(claim.arm(), arms).against(arm(claim.than(), arms), claim.metric()))
                .toList();
        boolean judged = pairs.stream().allMatch(pair -> pair.pairs() >= Verdicts.LEAST_SEEDS);
        List<Double> p = judged
                ? Holm.adjust(pairs.stream().map(pair -> pair.p().orElseThrow()).toList())
                : List.of();
        List<ClaimResult> results = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            OptionalDouble pHolm = judged ? OptionalDouble.of(p.get(i)) : OptionalDouble.empty();
            results.add(
                    new ClaimResult(claims.get(i), pairs.get(i), pHolm, answer(claims.get(i), pairs.get(i), pHolm)));
        }
        return List.copyOf(results);
    }

    private static Answer answer(Claim claim, PairedComparison paired, OptionalDouble p) {
        if (p.isEmpty()) {
            return Answer.NOT_JUDGED;
        }
        if (p.getAsDouble() > Verdicts.LEVEL) {
            return Answer.NOT_SHOWN;
        }
        boolean less = paired.difference().mean() < 0;
        return less == (claim.direction() == Claim.Direction.LESS) ? Answer.HELD : Answer.CONTRADICTED;
    }

    private static ArmResult arm(String name, List<ArmResult> arms) {
        return arms.stream().filter(arm -> arm.name().equals(name)).findFirst().orElseThrow();
    }
}
