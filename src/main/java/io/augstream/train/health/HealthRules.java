package io.augstream.train.health;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The rules, each asked at an observation, with their thresholds and where those come from. <i>Notes</i> are the project's, on
 * why deep networks fail to train; <i>tuned</i> is what decision 8 chose on networks of known fate.
 *
 * <p>All but numbers that end, and of a layer its dead units, are asked only while the network has not {@link #hasLearned learned}: a network that does what it
 * shall is not ill, whatever its gradients look like. Products of gains over depth convict nobody: 54 healthy He-ReLU layers with
 * batch norm begin at 10⁴.
 */
final class HealthRules {
    /** A weight below it in size counts as near zero (tuned). */
    static final double NEAR_ZERO = 1e-3;

    /** A unit that was 0 on as many images is taken for dead (tuned: rarer patterns than one in some hundreds are no use). */
    static final int DEAD_IMAGES = 2048;

    /** Steps over which figures are smoothed, and over which a ratio must be small (notes: "over some iterations"). */
    static final int WINDOW = 50;

    /** Steps below which nothing is said. */
    static final int LEAST_STEPS = 50;

    /** A network has learned once half of the way from the loss of chance to the least that its targets allow is done (notes). */
    private static final double LEARNED = 0.5;

    /** Or as little of a guess's errors is left (tuned): one that is right and far too sure of it has a large loss. */
    private static final double ERRORS_LEFT = 0.15;

    /** Of the way: where more is left of it, and nothing is wrong, it is too early to say (tuned). */
    private static final double BEGUN = 0.9;

    /** What is left of the way where a network counts as trained (tuned). */
    private static final double CONVERGED = 0.1;

    /** Share of a layer's units (He and others 2015 and Lu and others 2019 call a network dead where all are). */
    private static final double DEAD = 0.5;

    /** Looks in a row, at least, after which a layer that gave nothing but 0 is dead however few images they were of. */
    private static final int SILENT_LOOKS = 5;

    /** Movement of a layer beside that of the highest (Glorot and Bengio 2010, figure 7, has healthy layers within a tenth). */
    private static final double VANISHING = 0.01;

    /** Weights below this share of their first norm, whose gradient is below this share of what decay takes, die (notes). */
    private static final double DYING = 0.1;

    /** Of the way: a loss so near that of chance is a guess's (tuned). */
    private static final double GUESSING = 0.02;

    /** Steps that a loss may stay where it is, and that a sign of illness may be away and come back. */
    static final int PATIENCE = 100;

    /** Of the way: who has come farther and goes on slowly learns what is hard, as heavily augmented images are (tuned). */
    private static final double STUCK = 0.75;

    /** What a loss must fall by, of its way, over {@link #PATIENCE} steps or a quarter of all so far (tuned). */
    private static final double FLAT = 0.02;

    /** A loss that falls by as much of its way over the same steps plainly learns (tuned). */
    private static final double FAST = 0.05;

    /** Weights that have come no farther than this share of themselves are where they began. */
    private static final double STILL = 1e-3;

    /** A fall of fewer standard errors may be chance. */
    private static final double ERRORS = 2;

    /** Below this share of its peak a learning rate explains a loss that does not fall. */
    private static final double RATE = 0.1;

    /** Gradients that grow by as much over {@link #AVALANCHE_STEPS} are an avalanche (notes). */
    private static final double AVALANCHE = 10;

    private static final int AVALANCHE_STEPS = 3 * WINDOW;

    /** Steps that an avalanche has to come back. */
    private static final int RECOVERY = 100;

    /** A loss of so many times that of chance is worse than any guess, and of so many times what it was has risen (tuned). */
    private static final double DIVERGED = 1.5;

    /** A loss so high must fall by as much over {@link #PATIENCE} steps. */
    private static final double SLOW = 0.1;

    /** A loss above as much of its first has been thrown about. */
    private static final double RISEN = 1.1;

    private final HealthLog log;
    private final Trend trend;
    private final double decay;
    private final double peak;
    private final int warm;
    private final double[] leastLosses;
    private final double[][] ways;

    /** @param decay λ of the weights */
    HealthRules(HealthLog log, double decay) {
        this.log = log;
        this.decay = decay;
        List<Observation> all = log.observations();
        trend = new Trend(
                all.stream().map(seen -> seen.against(all.get(all.size() - 1))).toList());
        peak = trend.most(Observation::rate);
        int first = 0;
        while (first < trend.size() && trend.at(first).rate() < 0.9 * peak) {
            first++;
        }
        warm = first;
        leastLosses = leastLosses();
        ways = ways();
    }

    Trend trend() {
        return trend;
    }

    boolean isJudged(int i) {
        return i >= 2 && trend.reaches(i, LEAST_STEPS - 1L);
    }

    /** What is left of the way that the loss has to go; 1 at that of chance. */
    double remaining(int i) {
        return trend.median(i, WINDOW, Observation::remaining);
    }

    boolean hasLearned(int i) {
        return remaining(i) <= LEARNED * Math.min(1, trend.at(0).remaining())
                || trend.median(i, WINDOW, Observation::errors) <= ERRORS_LEFT;
    }

    /** Whether the loss has come down at all. */
    boolean hasBegun(int i) {
        return remaining(i) <= BEGUN;
    }

    boolean hasConverged(int i) {
        return remaining(i) <= CONVERGED;
    }

    /**
     * How far a step moves a layer: the angle by which it turns the weights, over the learning rate. What lies along them is left
     * out: before a batch norm their scale means nothing, and weight decay moves along them whether a gradient comes or not. NaN where
     * there are no weights but 0, or no rate.
     */
    double movement(int layer, int i) {
        return trend.median(i, WINDOW, seen -> {
            double turn = seen.layers().get(layer).turn();
            return seen.rate() > 0 && Double.isFinite(turn) ? turn / seen.rate() : Double.NaN;
        });
    }

    /** Of the highest layer that did not begin at 0, which all others are held against. */
    int highest() {
        int layer = log.layers().size() - 1;
        while (layer > 0 && trend.at(0).layers().get(layer).weight() == 0) {
            layer--;
        }
        return layer;
    }

    /**
     * Whether it lags behind or dies. A layer in a residual block lags only where one below that no shortcut leads past does too:
     * a block that begins as its shortcut alone gives its branch next to no gradient, and hands on all of it.
     */
    boolean isVanishing(int layer, int i) {
        return isDying(layer, i) || lags(layer, i) && (!log.watched().get(layer).isBypassed() || lagsBelow(layer, i));
    }

    private boolean lags(int layer, int i) {
        boolean slow = movement(layer, i) < VANISHING * movement(highest(), i);
        return layer < highest() && (slow || isCutOff(layer, i));
    }

    /** Whether a layer on the way of the shortcuts lags below another, or none is watched there. */
    private boolean lagsBelow(int layer, int i) {
        int[] below = IntStream.range(0, layer)
                .filter(lower -> !log.watched().get(lower).isBypassed())
                .toArray();
        return below.length == 0 || IntStream.of(below).anyMatch(lower -> lags(lower, i));
    }

    /** Whether no gradient comes to weights that are not all 0. */
    boolean isCutOff(int layer, int i) {
        return trend.median(i, WINDOW, seen -> seen.layers().get(layer).weight()) > 0 && isWithoutGradient(layer, i);
    }

    boolean isWithoutGradient(int layer, int i) {
        return trend.median(i, WINDOW, seen -> seen.layers().get(layer).gradient()) == 0;
    }

    boolean isDying(int layer, int i) {
        LayerFigures first = trend.at(0).layers().get(layer);
        double weight = trend.median(i, WINDOW, seen -> seen.layers().get(layer).weight());
        double gradient =
                trend.median(i, WINDOW, seen -> seen.layers().get(layer).gradient());
        return decay > 0 && weight < DYING * first.weight() && gradient < DYING * decay * weight;
    }

    boolean isDead(int layer, int i) {
        return hasDeadUnits(layer, i) || isSilent(layer, i);
    }

    /** Whether most of its units gave nothing but 0 on {@link #DEAD_IMAGES} images. */
    boolean hasDeadUnits(int layer, int i) {
        return trend.at(i).layers().get(layer).dead() > DEAD;
    }

    /**
     * Whether a layer of ReLUs gave nothing but 0 over the last {@link #WINDOW} steps and no gradient came to it: then no image of
     * whole batches woke one of its units. Small batches take long to come to {@link #DEAD_IMAGES}.
     */
    private boolean isSilent(int layer, int i) {
        int first = Math.min(trend.begin(i, WINDOW), i - SILENT_LOOKS + 1);
        return first >= 0
                && log.watched().get(layer).response() == Response.RECTIFIER
                && trend.always(first, i, seen -> seen.layers().get(layer).isSilent());
    }

    /** Whether a layer that is dead has lived: gave something else than 0 at the first look. */
    boolean hasLived(int layer) {
        return trend.at(0).layers().get(layer).zeros() < 1;
    }

    /** Asked where the learning rate was last high enough to tell: what stood still until then has not learned since either. */
    boolean isStagnating(int i) {
        int last = i;
        while (last > 0 && trend.at(last).rate() <= RATE * peak) {
            last--;
        }
        boolean warmed = warm < trend.size() && trend.step(last) - trend.step(warm) >= PATIENCE;
        boolean guesses = isGuessing(last) && !late(last).mayBeFast();
        return warmed && (guesses || isStuckHigh(i) || remaining(i) > STUCK && (isStill(last) || isFlat(last)));
    }

    /** Whether the weights are where they were, so that nothing of what the loss does was learned. */
    private boolean isStill(int i) {
        return IntStream.range(0, log.layers().size()).allMatch(layer -> ways[layer][i] < STILL);
    }

    /** Whether the loss has been shown to fall. */
    boolean isFalling(int i) {
        return late(i).isShown() || whole(i).isShown();
    }

    /** Whether the loss has been that of chance over the last {@link #PATIENCE} steps. */
    private boolean isGuessing(int i) {
        return Math.abs(trend.median(i, PATIENCE, Observation::remaining) - 1) <= GUESSING;
    }

    /**
     * Whether the loss has all but stopped falling, or has not been shown to fall: neither of late nor in the whole training. Where
     * small batches could hide a fast fall of late, the whole training alone can tell, if it hides none.
     */
    private boolean isFlat(int i) {
        Fall late = late(i);
        Fall whole = whole(i);
        return late.mayBeFast()
                ? !whole.isShown() && !whole.mayBeFast()
                : late.size() < FLAT || !late.isShown() && !whole.isShown();
    }

    private Fall late(int i) {
        return fall(i, Math.max(PATIENCE, (trend.step(i) - trend.step(0)) / 4));
    }

    private Fall whole(int i) {
        return fall(i, trend.step(i) - trend.step(0));
    }

    /**
     * By how much less is left of the way in the later half of some steps than in the earlier one, as a share of what was left.
     *
     * @param error its standard error
     */
    private record Fall(double size, double error) {
        boolean isShown() {
            return size > ERRORS * error;
        }

        /** Whether chance alone could make a fast one look as it does. */
        boolean mayBeFast() {
            return most() > FAST;
        }

        double most() {
            return size + ERRORS * error;
        }
    }

    private Fall fall(int i, long steps) {
        int middle = trend.before(i, steps / 2);
        Moments earlier = trend.moments(trend.before(i, steps), middle, Observation::remaining);
        Moments later = trend.moments(middle, i, Observation::remaining);
        double fall = earlier.mean() - later.mean();
        return new Fall(fall / earlier.mean(), Math.hypot(earlier.error(), later.error()) / earlier.mean());
    }

    /** Whether gradients grew by {@link #AVALANCHE} and have not come back, while the loss has not fallen. */
    boolean isAvalanche(int i) {
        if (!trend.reaches(i, AVALANCHE_STEPS + RECOVERY)) {
            return false;
        }
        int grown = trend.before(i, RECOVERY);
        int start = trend.before(grown, AVALANCHE_STEPS);
        double before = trend.median(start, WINDOW, Observation::gradient);
        double least = Double.POSITIVE_INFINITY;
        for (int j = grown; j <= i; j++) {
            least = Math.min(least, trend.median(j, WINDOW, Observation::gradient));
        }
        return before > 0 && least >= AVALANCHE * before && remaining(i) >= remaining(start);
    }

    /** Whether the loss is far above that of chance and above what it has been, and does not come down. */
    boolean isDiverged(int i) {
        double loss = loss(i);
        return trend.reaches(i, PATIENCE) && isFarAboveChance(i) && isSlow(i) && loss > DIVERGED * leastLosses[i];
    }

    /** Whether it is so and chance does not hide that it comes down faster. */
    private boolean isStuckHigh(int i) {
        return isFarAboveChance(i) && isSlow(i) && fall(i, PATIENCE).most() < SLOW;
    }

    /** Whether the loss has not come down by a tenth. */
    private boolean isSlow(int i) {
        return loss(i) > (1 - SLOW) * loss(trend.before(i, PATIENCE));
    }

    private boolean isFarAboveChance(int i) {
        return loss(i) > DIVERGED * trend.at(i).chance();
    }

    /** Whether the loss has at any time been above its first. */
    boolean hasRisen() {
        double first = Math.max(trend.at(0).loss(), loss(Math.min(2, trend.size() - 1)));
        return IntStream.range(0, trend.size()).anyMatch(i -> loss(i) > RISEN * first);
    }

    /** Of each observation the least loss so far. */
    private double[] leastLosses() {
        double[] least = new double[trend.size()];
        for (int i = 0; i < least.length; i++) {
            least[i] = i == 0 ? loss(0) : Math.min(least[i - 1], loss(i));
        }
        return least;
    }

    private double loss(int i) {
        return trend.median(i, WINDOW, Observation::loss);
    }

    /** How far all steps up to the last have moved a layer, beside its weights: ‖Δw‖ / ‖w‖ of each step, added up. */
    double way(int layer) {
        return ways[layer][trend.size() - 1];
    }

    /** Of each layer and observation {@link #way} until then. Weights of 0 have none until they move. */
    private double[][] ways() {
        double[][] ways = new double[log.layers().size()][trend.size()];
        for (int layer = 0; layer < ways.length; layer++) {
            for (int i = 1; i < trend.size(); i++) {
                LayerFigures seen = trend.at(i).layers().get(layer);
                double step = seen.update() == 0 ? 0 : seen.update() / seen.weight();
                ways[layer][i] = ways[layer][i - 1] + step * (trend.step(i) - trend.step(i - 1));
            }
        }
        return ways;
    }

    /** Of the weights as they begin, their norm beside that of weights of variance 1 / fan_in: √2 for He's, about 1 for Glorot's. */
    double firstGain(int layer) {
        return trend.at(0).layers().get(layer).weight() / Math.sqrt(log.units(layer));
    }
}
