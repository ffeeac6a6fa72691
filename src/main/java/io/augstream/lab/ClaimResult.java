package io.augstream.lab;

import io.augstream.lab.statistics.Estimate;
import io.augstream.lab.statistics.Holm;
import io.augstream.lab.statistics.PairedComparison;
import io.augstream.lab.statistics.ShareTest;
import io.augstream.lab.statistics.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A claim's answer.
 *
 * @param estimate of a claim against another arm, its metric's difference from that, seed by seed; of two effects the first minus the
 *     second; else the arm's metric; nothing where that cannot be told of each run
 * @param pHolm the t test's p, of the share of unhealthy runs the binomial test's, after Holm's correction over the claims of the file: of the paired differences, or of the distance
 *     from the nearer end; absent with too few seeds
 * @param untold why there is nothing to estimate: the first run of which the metric cannot be told, and the reason
 */
public record ClaimResult(
        Claim claim, Optional<Estimate> estimate, OptionalDouble pHolm, Answer answer, Optional<String> untold) {
    public boolean isExpected() {
        return answer == claim.expected();
    }

    /** @param holds whether what came out is as claimed, were it certain */
    private record Outcome(Estimate estimate, OptionalDouble p, boolean holds) {}

    /**
     * Answers the claims: a false answer of held or contradicted stands in at most 5% of files, however many claims one has.
     *
     * @param arms among which are all that the claims name
     */
    static List<ClaimResult> of(List<Claim> claims, List<ArmResult> arms) {
        List<Optional<String>> untold =
                claims.stream().map(claim -> untold(claim, arms)).toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            if (untold.get(i).isEmpty()) {
                outcomes.add(outcome(claims.get(i), arms));
            }
        }
        boolean judged = arms.stream().allMatch(arm -> arm.runs().size() >= Verdicts.LEAST_SEEDS);
        List<Double> p = judged
                ? Holm.adjust(outcomes.stream()
                        .map(outcome -> outcome.p().orElseThrow())
                        .toList())
                : List.of();
        List<ClaimResult> results = new ArrayList<>();
        int told = 0;
        for (int i = 0; i < claims.size(); i++) {
            if (untold.get(i).isPresent()) {
                results.add(new ClaimResult(
                        claims.get(i), Optional.empty(), OptionalDouble.empty(), Answer.NOT_JUDGED, untold.get(i)));
                continue;
            }
            Outcome outcome = outcomes.get(told);
            OptionalDouble pHolm = judged ? OptionalDouble.of(p.get(told)) : OptionalDouble.empty();
            results.add(new ClaimResult(
                    claims.get(i), Optional.of(outcome.estimate()), pHolm, answer(outcome, pHolm), Optional.empty()));
            told++;
        }
        return List.copyOf(results);
    }

    private static Optional<String> untold(Claim claim, List<ArmResult> arms) {
        return claim.arms()
                .flatMap(name -> arm(name, arms).runs().stream().flatMap(run -> run.untold(claim.metric()).stream()
                        .map(why -> "of " + name + ", seed " + run.seed() + ": " + why)))
                .findFirst();
    }

    private static Outcome outcome(Claim claim, List<ArmResult> arms) {
        ArmResult arm = arm(claim.arm(), arms);
        if (claim.statement() instanceof Statement.Between between) {
            if (claim.metric() == Metric.UNHEALTHY) {
                return shareOfRuns(arm, between);
            }
            Estimate mean = arm.estimate(claim.metric());
            PairedComparison distance = arm.against(between.nearestEnd(mean.mean()), claim.metric());
            return new Outcome(mean, distance.p(), between.holds(mean.mean()));
        }
        if (claim.statement() instanceof Statement.Effects effects) {
            PairedComparison paired = arm.effectAgainst(
                    arm(effects.minus(), arms),
                    arm(effects.than(), arms),
                    arm(effects.thanMinus(), arms),
                    claim.metric());
            return outcome(paired, effects.direction());
        }
        Statement.Against against = (Statement.Against) claim.statement();
        return outcome(arm.against(arm(against.than(), arms), claim.metric()), against.direction());
    }

    private static Outcome outcome(PairedComparison paired, Statement.Direction claimed) {
        boolean less = paired.difference().mean() < 0;
        return new Outcome(paired.difference(), paired.p(), less == (claimed == Statement.Direction.LESS));
    }

    /** Runs are unhealthy or not, so that there is no interval by the spread of them. */
    private static Outcome shareOfRuns(ArmResult arm, Statement.Between between) {
        int runs = arm.runs().size();
        double share = arm.estimate(Metric.UNHEALTHY).mean();
        double p = ShareTest.p(runs, (int) Math.round(share * runs), between.nearestEnd(share));
        return new Outcome(new Estimate(share, OptionalDouble.empty()), OptionalDouble.of(p), between.holds(share));
    }

    private static Answer answer(Outcome outcome, OptionalDouble p) {
        if (p.isEmpty()) {
            return Answer.NOT_JUDGED;
        }
        if (p.getAsDouble() > Verdicts.LEVEL) {
            return Answer.NOT_SHOWN;
        }
        return outcome.holds() ? Answer.HELD : Answer.CONTRADICTED;
    }

    private static ArmResult arm(String name, List<ArmResult> arms) {
        return arms.stream().filter(arm -> arm.name().equals(name)).findFirst().orElseThrow();
    }
}
