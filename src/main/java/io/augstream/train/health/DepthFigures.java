package io.augstream.train.health;

import java.util.List;

/**
 * What a training's log tells of how signals and gradients pass from layer to layer, in a number each.
 *
 * <p>Layers are those that are watched, lowest first; the highest of them gives the network's output. What cannot be told, as of
 * too few layers or of numbers that ended, is an {@link IllegalArgumentException} that says why.
 */
public final class DepthFigures {
    /** As many orders of magnitude below 1 as a float holds; movements that are smaller yet cannot be told apart. */
    private static final double LEAST_LOG = -38;

    private final HealthLog log;
    private final Observation first;
    private final Observation last;

    /** @throws IllegalArgumentException if nobody has looked at a step */
    public DepthFigures(HealthLog log) {
        this.log = log;
        List<Observation> all = log.observations();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no step was looked at");
        }
        first = all.get(0);
        last = all.get(all.size() - 1);
    }

    /**
     * The loss of the first step over that of chance, by the targets of all steps that were looked at: above 1, the network begins as
     * one that is sure of what it cannot know.
     */
    public double firstLoss() {
        return finite(Beginning.of(log).ratio(), "the first loss");
    }

    /**
     * By what a layer multiplies the deviation of its inputs, at the first step: the geometric mean over all layers between the outputs
     * of the lowest and those of the highest but the network's output. Below 1 signals die with depth, above 1 they grow.
     */
    public double forwardGain() {
        int hidden = log.layers().size() - 1;
        requireHops(hidden);
        double lowest = first.layers().get(0).deviation();
        double highest = first.layers().get(hidden - 1).deviation();
        return finite(Math.pow(highest / lowest, 1.0 / (hidden - 1)), "the outputs' deviation");
    }

    /**
     * g = ‖∂E/∂ input of a layer or block‖ / ‖∂E/∂ input of the next‖ at the first step: the geometric mean over all boundaries from
     * the highest down to the second lowest, as nobody needs the gradient of the images. To the power of their number it is the
     * product over depth.
     */
    public double backwardGain() {
        List<Double> norms =
                first.boundaries().stream().filter(norm -> !norm.isNaN()).toList();
        requireHops(norms.size());
        double ratio = norms.get(0) / norms.get(norms.size() - 1);
        return finite(Math.pow(ratio, 1.0 / (norms.size() - 1)), "the gradient");
    }

    /**
     * log₁₀ of how fast the lowest layer moves beside the highest, over the last {@value HealthRules#WINDOW} steps, a layer's movement
     * being as in {@link HealthRules#movement}: −2 is a hundredth as fast. At least {@value #LEAST_LOG}, which it is where the lowest
     * does not move or gets no gradient, as in a dead network, whatever the highest does.
     */
    public double movement() {
        HealthRules rules = new HealthRules(log, 0);
        int end = log.observations().size() - 1;
        double lowest = rules.movement(0, end);
        if (lowest == 0 || rules.isWithoutGradient(0, end)) {
            return LEAST_LOG;
        }
        double ratio = lowest / rules.movement(rules.highest(), end);
        return Math.max(LEAST_LOG, Math.log10(finite(ratio, "a layer's movement")));
    }

    /** ‖w‖ of the lowest layer at the last look over that at the first. */
    public double weightsLeft() {
        double ratio = last.layers().get(0).weight() / first.layers().get(0).weight();
        return finite(ratio, "the norm of the lowest layer's weights");
    }

    private static void requireHops(int layers) {
        if (layers < 2) {
            throw new IllegalArgumentException("the network has too few layers: it takes two hidden ones");
        }
    }

    private static double finite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " is 0 or no finite number where it is needed");
        }
        return value;
    }
}
