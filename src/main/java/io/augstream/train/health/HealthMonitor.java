package io.augstream.train.health;

import io.augstream.nn.Loss;
import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import io.augstream.nn.StepViewer;
import io.augstream.train.safetensors.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Looks at every k-th step of a training, and keeps what it sees in a log. It changes no bit of the training. A step that
 * {@link #watches} is taken so: {@link #begin}, the passes before the eyes of what that gives, {@link #beforeMove}, the move of the
 * weights, {@link #count}, {@link #afterMove}. Any other is counted alone.
 */
public final class HealthMonitor {
    /** What the names of its tensors begin with. */
    public static final String PREFIX = "health.";

    /** Outputs are described by the first samples of a batch. */
    static final int SAMPLES = 16;

    private final HealthSettings settings;
    private final HealthLog log;
    private final List<WatchedLayer> layers;
    private final List<Seen> seen = new ArrayList<>();
    private final Map<String, Seen> byOutput = new HashMap<>();
    private final Map<String, Seen> byName = new HashMap<>();
    private final Map<String, Double> boundaries = new HashMap<>();
    private final Levels levels;
    private final SinceLook since = new SinceLook();
    private final StepViewer viewer = new Viewer();
    private final int classes;
    private int batch;
    private double input;

    /**
     * @param loss that the training makes small
     * @param isFrozen whether the layer at a place is not trained, and so not watched
     * @throws IllegalArgumentException if the network has no weights, or the settings name a layer that it has not; the message
     *     says which there are
     */
    public HealthMonitor(Network network, Loss loss, HealthSettings settings, Predicate<String> isFrozen) {
        this.settings = settings;
        classes = network.output().size();
        List<WatchedLayer> all = WatchedLayer.of(network.specs());
        layers = settings.chosen(all, isFrozen);
        levels = new Levels(loss, classes);
        Map<String, Parameter> weights = network.parameters().stream()
                .filter(parameter -> parameter.kind() == ParameterKind.WEIGHT)
                .collect(Collectors.toMap(
                        parameter ->
                                parameter.name().substring(0, parameter.name().lastIndexOf('.')),
                        Function.identity()));
        for (WatchedLayer layer : layers) {
            Parameter weight = weights.get(layer.name());
            if (weight == null) {
                throw new IllegalStateException("no weights of layer " + layer.name() + " among " + weights.keySet());
            }
            Seen one = new Seen(layer, weight);
            seen.add(one);
            byName.put(layer.name(), one);
            byOutput.put(layer.output(), one);
        }
        log = new HealthLog(
                all,
                layers,
                seen.stream().map(one -> one.weight.units()).toList(),
                WatchedLayer.boundaries(network.specs()));
    }

    /** Of so many weights of a layer, how many it keeps a copy of: as many, or about {@value WeightSample#MOST}. */
    public static long sampledWeights(long weights) {
        return Math.min(weights, WeightSample.MOST);
    }

    /** Whether it looks at a step, counted from 0 over the whole training. */
    public boolean watches(long step) {
        return step % settings.every() == 0;
    }

    /**
     * @param x what goes into the network
     * @return what the step's passes are to be shown to
     */
    public StepViewer begin(float[] x, int samples) {
        batch = samples;
        int length = x.length / samples * Math.min(samples, SAMPLES);
        input = Sums.norm(x, length) / Math.sqrt(length);
        boundaries.clear();
        seen.forEach(Seen::forget);
        return viewer;
    }

    /** When the gradients are there, and before they are clipped. */
    public void beforeMove() {
        seen.forEach(Seen::beforeMove);
    }

    /**
     * To be called for every step, looked at or not.
     *
     * @param correct images of the batch that were named rightly
     */
    public void count(double loss, int correct, int[] labels) {
        since.add(loss, levels.look(labels), correct, labels.length);
    }

    /**
     * The same for targets that are soft.
     *
     * @param targets the share of each class, sample by sample
     */
    public void count(double loss, int correct, float[] targets, int samples) {
        since.add(loss, levels.look(targets, samples), correct, samples);
    }

    /**
     * When the weights have moved and the step was counted.
     *
     * @param rate the learning rate of the step
     * @param outputGradient ∂E/∂output, sample by sample
     */
    public void afterMove(long step, double rate, float[] outputGradient) {
        log.add(new Observation(
                step,
                since.loss(),
                levels.chance(),
                since.floor(),
                since.accuracy(),
                levels.guess(),
                input,
                rate,
                Sums.norm(outputGradient, batch * classes),
                log.boundaries().stream()
                        .map(place -> boundaries.getOrDefault(place, Double.NaN))
                        .toList(),
                seen.stream().map(Seen::figures).toList()));
        since.forget();
    }

    public HealthLog log() {
        return log;
    }

    /** Arrays of the monitor's own, which a checkpoint may be read into; the {@link #log} stands beside them. */
    public List<Tensor> state() {
        List<Tensor> state = new ArrayList<>(levels.state());
        state.add(since.state());
        seen.forEach(one -> state.add(one.state()));
        return state;
    }

    private final class Viewer implements StepViewer {
        @Override
        public void output(String layer, float[] y, int rows, int features) {
            Seen one = byOutput.get(layer);
            if (one != null) {
                one.output(y, rows, features);
            }
        }

        @Override
        public void inputGradient(String layer, float[] g, int length) {
            double norm = Sums.norm(g, length);
            boundaries.put(layer, norm);
            Seen one = byName.get(layer);
            if (one != null) {
                one.inputGradient = norm;
            }
        }
    }

    /** What a step shows of one layer, as it comes. */
    private final class Seen {
        private final WatchedLayer layer;
        private final Parameter weight;
        private final WeightSample sample;
        private final QuietUnits quiet;
        private double gradient;
        private double norm;
        private double nearZero;
        private double mean;
        private double deviation;
        private double zeros;
        private double saturated;
        private double inputGradient;

        Seen(WatchedLayer layer, Parameter weight) {
            this.layer = layer;
            this.weight = weight;
            sample = new WeightSample(weight);
            quiet = new QuietUnits(weight.units());
        }

        void forget() {
            mean = Double.NaN;
            deviation = Double.NaN;
            zeros = Double.NaN;
            saturated = Double.NaN;
            inputGradient = Double.NaN;
        }

        void output(float[] y, int rows, int features) {
            int length = rows / batch * Math.min(batch, SAMPLES) * features;
            mean = Sums.sum(y, length) / length;
            double square = Sums.norm(y, length);
            deviation = Math.sqrt(Math.max(0, square * square / length - mean * mean));
            int zero = 0;
            int stuck = 0;
            for (int i = 0; i < length; i++) {
                zero += y[i] == 0 ? 1 : 0;
                stuck += layer.response().isSaturated(y[i]) ? 1 : 0;
            }
            zeros = (double) zero / length;
            saturated = (double) stuck / length;
            if (layer.response() == Response.RECTIFIER) {
                quiet.look(y, rows, batch);
            }
        }

        void beforeMove() {
            gradient = Sums.norm(weight.gradient(), weight.size());
            norm = Sums.norm(weight.value(), weight.size());
            nearZero = sample.take(HealthRules.NEAR_ZERO);
        }

        LayerFigures figures() {
            WeightSample.Move move = sample.move();
            return new LayerFigures(
                    gradient,
                    norm,
                    move.norm(),
                    move.across() / norm,
                    nearZero,
                    mean,
                    deviation,
                    zeros,
                    saturated,
                    quiet.share(HealthRules.DEAD_IMAGES),
                    inputGradient);
        }

        Tensor state() {
            return Tensor.of(PREFIX + "quiet." + layer.name(), quiet.state());
        }
    }
}
