package io.augstream.train.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Says what a log tells, by the {@link HealthRules}: of the training as it stands at its last observation. */
public final class Judge {
    private static final int NONE = -1;

    /** From as many times on, a loss is not told in percent. */
    private static final double FEW = 10;

    private final HealthLog log;
    private final @Nullable Failure failure;
    private final HealthRules rules;
    private final Trend trend;
    private final int end;

    private Judge(HealthLog log, double decay, @Nullable Failure failure) {
        this.log = log;
        this.failure = failure;
        rules = new HealthRules(log, decay);
        trend = rules.trend();
        end = trend.size() - 1;
    }

    /**
     * @param decay λ of the weights, 0 for none
     * @param failure how the training's numbers ended; null where they did not
     */
    public static Diagnosis diagnose(HealthLog log, double decay, @Nullable Failure failure) {
        return new Judge(log, decay, failure).diagnosis();
    }

    private Diagnosis diagnosis() {
        if (failure != null) {
            return told(
                    Verdict.EXPLODING,
                    failure.step(),
                    failure.what() + " at layer " + failure.layer() + " in step " + (failure.step() + 1));
        }
        if (end < 0 || !rules.isJudged(end)) {
            return new Diagnosis(
                    Verdict.NOT_JUDGED,
                    NONE,
                    "it takes " + HealthRules.LEAST_STEPS + " steps and 3 looks, and there are "
                            + (end < 0 ? 0 : trend.step(end) + 1) + " and " + trend.size(),
                    Cause.UNKNOWN,
                    layers());
        }
        return rules.hasLearned(end) ? well() : ill();
    }

    /** Of a network that has learned. One that names most rightly at the loss of a guess is sure of its mistakes. */
    private Diagnosis well() {
        if (rules.hasConverged(end)) {
            return told(Verdict.CONVERGED, since(rules::hasConverged), left());
        }
        return rules.hasBegun(end)
                ? told(Verdict.HEALTHY, since(rules::hasLearned), left())
                : told(Verdict.NOT_JUDGED, NONE, left() + ", though most images are named rightly");
    }

    /** Of a network that has not learned: what ends a training goes before what slows it. */
    private Diagnosis ill() {
        if (rules.isAvalanche(end)) {
            return told(Verdict.EXPLODING, onset(rules::isAvalanche), "gradients grew tenfold and stayed; " + left());
        }
        if (rules.isDiverged(end)) {
            return told(Verdict.DIVERGED, onset(rules::isDiverged), losses());
        }
        int dead = first(layer -> rules.isDead(layer, end));
        int vanishing = first(layer -> rules.isVanishing(layer, end));
        if (dead != NONE) {
            return told(Verdict.DEAD, onset(i -> rules.isDead(dead, i)), deadness(dead) + "; " + left());
        }
        if (vanishing != NONE) {
            return told(
                    Verdict.VANISHING,
                    onset(i -> rules.isVanishing(vanishing, i)),
                    slowness(vanishing) + upTo(vanishing) + "; " + left());
        }
        if (rules.isStagnating(end)) {
            return told(Verdict.STAGNATING, onset(rules::isStagnating), losses());
        }
        return rules.hasBegun(end)
                ? told(Verdict.HEALTHY, NONE, left())
                : told(Verdict.NOT_JUDGED, NONE, left() + falling() + ", and it is too early to say");
    }

    private String falling() {
        return rules.isFalling(end) ? " and falling" : "";
    }

    private Diagnosis told(Verdict verdict, long firstStep, String evidence) {
        return new Diagnosis(
                verdict,
                firstStep,
                evidence + unwatched(),
                verdict.isUnhealthy() ? cause(verdict) : Cause.UNKNOWN,
                layers());
    }

    /** Numbers that end before there is anything to see end before a weight moves. */
    private Cause cause(Verdict verdict) {
        return end < 0 ? Cause.LARGE_WEIGHTS : new Causes(log, rules).of(verdict);
    }

    private String unwatched() {
        int watched = log.watched().size();
        int all = log.all().size();
        return watched == all ? "" : "; " + watched + " of " + all + " layers were watched";
    }

    private List<LayerDiagnosis> layers() {
        List<LayerDiagnosis> layers = new ArrayList<>();
        for (int i = 0; i < log.layers().size(); i++) {
            layers.add(layer(i));
        }
        return layers;
    }

    private LayerDiagnosis layer(int layer) {
        String name = log.layers().get(layer);
        if (failure != null && failure.layer().equals(name)) {
            return new LayerDiagnosis(name, Verdict.EXPLODING, failure.step(), failure.what());
        }
        if (end < 0 || !rules.isJudged(end)) {
            return new LayerDiagnosis(name, Verdict.NOT_JUDGED, NONE, "too few looks");
        }
        if (rules.isDead(layer, end)) {
            return new LayerDiagnosis(name, Verdict.DEAD, since(i -> rules.isDead(layer, i)), deadness(layer));
        }
        if (!rules.hasLearned(end) && rules.isVanishing(layer, end)) {
            return new LayerDiagnosis(
                    name, Verdict.VANISHING, onset(i -> rules.isVanishing(layer, i)), slowness(layer));
        }
        return new LayerDiagnosis(
                name, rules.hasConverged(end) ? Verdict.CONVERGED : Verdict.HEALTHY, NONE, slowness(layer));
    }

    /** Where what vanishes is lost: the highest layer that it does not come to. */
    private String upTo(int lowest) {
        int highest = lowest;
        for (int i = lowest; i < log.layers().size(); i++) {
            highest = rules.isVanishing(i, end) ? i : highest;
        }
        return highest == lowest ? "" : ", and so up to layer " + log.layers().get(highest);
    }

    private int first(IntPredicate condition) {
        for (int i = 0; i < log.layers().size(); i++) {
            if (condition.test(i)) {
                return i;
            }
        }
        return NONE;
    }

    /**
     * The step of the first observation that shows a condition which has not gone away for long until the end: near its limit
     * it comes and goes.
     */
    private long onset(IntPredicate condition) {
        int first = end;
        for (int i = end; i >= 0 && rules.isJudged(i) && !rules.hasLearned(i); i--) {
            if (condition.test(i)) {
                first = i;
            } else if (trend.step(first) - trend.step(i) > HealthRules.PATIENCE) {
                break;
            }
        }
        return trend.step(first);
    }

    /** The step of the first observation from which on a condition has held until the last. */
    private long since(IntPredicate condition) {
        int first = end;
        while (first > 0 && rules.isJudged(first - 1) && condition.test(first - 1)) {
            first--;
        }
        return trend.step(first);
    }

    private String left() {
        double remaining = rules.remaining(end);
        return remaining < FEW
                ? String.format(Locale.ROOT, "the loss is %.0f%% of a guess's", 100 * remaining)
                : String.format(Locale.ROOT, "the loss is %.2g times a guess's", remaining);
    }

    private String losses() {
        double loss = trend.median(end, HealthRules.WINDOW, Observation::loss);
        return String.format(
                Locale.ROOT,
                "the loss is %.3g, and that of a guess %.3g",
                loss,
                trend.at(end).chance());
    }

    private String deadness(int layer) {
        if (!rules.hasDeadUnits(layer, end)) {
            return "layer " + log.layers().get(layer) + " gives nothing but 0, and no gradient comes to it";
        }
        return String.format(
                Locale.ROOT,
                "%.0f%% of the units of layer %s gave nothing but 0 on %,d images",
                100 * trend.at(end).layers().get(layer).dead(),
                log.layers().get(layer),
                HealthRules.DEAD_IMAGES);
    }

    private String slowness(int layer) {
        if (rules.isDying(layer, end)) {
            return String.format(
                    Locale.ROOT,
                    "the weights of layer %s shrank to %.2g of what they were, and its gradient does not hold them",
                    log.layers().get(layer),
                    trend.at(end).layers().get(layer).weight()
                            / trend.at(0).layers().get(layer).weight());
        }
        if (rules.isCutOff(layer, end)) {
            return "no gradient comes to layer " + log.layers().get(layer);
        }
        return String.format(
                Locale.ROOT,
                "layer %s moves %.2g times as fast as layer %s",
                log.layers().get(layer),
                rules.movement(layer, end) / rules.movement(rules.highest(), end),
                log.layers().get(rules.highest()));
    }
}
