package io.augstream.train;

import io.augstream.dataset.Batch;
import io.augstream.nn.Finite;
import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.SoftmaxCrossEntropy;
import io.augstream.random.RandomKey;
import io.augstream.train.health.HealthMonitor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a training: forward, loss, backward, and the move of the weights. */
final class TrainingStep {
    private static final String INPUT = "input";

    private final Network network;
    private final TrainSettings settings;
    private final RandomKey masks;
    private final Mixtures mixtures;
    private final List<Parameter> parameters;
    private final Optimizer optimizer;
    private final MaxNorm maxNorm;
    private final @Nullable HealthMonitor health;
    private float[] gradient = {};
    private double loss;
    private int correct;

    /** @param seed decides what dropout drops and how images are mixed */
    TrainingStep(Network network, TrainSettings settings, long seed) {
        this.network = network;
        this.settings = settings;
        masks = RandomKey.of(seed).with("dropout");
        mixtures = new Mixtures(settings.mixing(), network.output().size(), seed);
        parameters = settings.frozen().trained(network.parameters());
        health = settings.health()
                .map(watch -> new HealthMonitor(network, settings.loss(), watch, settings.frozen()::holds))
                .orElse(null);
        maxNorm = new MaxNorm(parameters, settings.regularization().maxNorm());
        optimizer = settings.optimizerSettings().create(parameters, settings.weightDecay(), network.workers());
    }

    /**
     * One step.
     *
     * @param number from 0 over the whole training
     * @return whether the loss is a number; where it is not, the parameters stay as they were
     */
    boolean take(Batch given, long number, double learningRate) {
        BatchShape.check(given, network);
        Batch batch = mixtures.of(given, number);
        int classes = network.output().size();
        if (gradient.length < batch.size() * classes) {
            gradient = new float[batch.size() * classes];
        }
        HealthMonitor watching = health != null && health.watches(number) ? health : null;
        float[] logits = pass(batch, number, watching);
        loss = Targets.loss(settings.loss(), logits, batch, classes, gradient);
        if (!Double.isFinite(loss)) {
            return false;
        }
        correct = SoftmaxCrossEntropy.correct(logits, batch.labels(), classes);
        network.backward(gradient);
        if (watching != null) {
            watching.beforeMove();
        }
        settings.clipping().apply(parameters);
        settings.regularization().l1().addTo(parameters);
        optimizer.step(learningRate);
        maxNorm.apply();
        if (health != null) {
            count(batch, health);
        }
        if (watching != null) {
            watching.afterMove(number, learningRate, gradient);
        }
        return true;
    }

    private void count(Batch batch, HealthMonitor counting) {
        batch.targets()
                .ifPresentOrElse(
                        shares -> counting.count(loss, correct, shares, batch.size()),
                        () -> counting.count(loss, correct, batch.labels()));
    }

    private float[] pass(Batch batch, long number, @Nullable HealthMonitor watching) {
        RandomKey key = masks.with(number);
        return watching == null
                ? network.train(batch.pixels(), batch.size(), key)
                : network.train(batch.pixels(), batch.size(), key, watching.begin(batch.pixels(), batch.size()));
    }

    /** Of the last step: the mean over its batch, before the weights moved. */
    double loss() {
        return loss;
    }

    /** Images of the last step's batch that were named rightly. */
    int correct() {
        return correct;
    }

    /** Null where nobody looks. */
    @Nullable HealthMonitor health() {
        return health;
    }

    Optimizer optimizer() {
        return optimizer;
    }

    /** Where the numbers of the step that has just failed were the first that are none. */
    Fault fault(Batch given, long number) {
        Batch batch = mixtures.of(given, number);
        if (!Finite.all(batch.pixels(), batch.pixels().length)) {
            return new Fault(
                    "the loss became " + loss, INPUT, "the images hold a value that is infinite or no number", 0);
        }
        if (!hasFiniteGradients()) {
            return gradientFault();
        }
        String layer = network.firstNonFinite(batch.pixels(), batch.size(), masks.with(number))
                .orElse("loss");
        return new Fault(
                "the loss became " + loss,
                layer,
                "layer " + layer + " was the first to give an infinite value or NaN",
                0);
    }

    /**
     * Whether the last backward pass gave numbers. To look after every step would cost small networks a twentieth of their
     * time: gradients that are none show in the next loss, and are still there to be found then.
     */
    boolean hasFiniteGradients() {
        return parameters.stream().allMatch(TrainingStep::hasFiniteGradient);
    }

    /** The fault where they are none: that of the last step that was taken. The backward pass comes from the last layer. */
    Fault gradientFault() {
        String last = ".";
        for (Parameter parameter : parameters) {
            last = hasFiniteGradient(parameter) ? last : parameter.name();
        }
        String layer = last.substring(0, last.lastIndexOf('.'));
        return new Fault("the gradient overflowed", layer, "first at the weights of layer " + layer, 1);
    }

    private static boolean hasFiniteGradient(Parameter parameter) {
        return Finite.all(parameter.gradient(), parameter.size());
    }

    /**
     * @param layer its name
     * @param where in words
     * @param stepsAgo 0 for the step that failed, 1 for the one before
     */
    record Fault(String what, String layer, String where, int stepsAgo) {
        /** Whether no setting of the training can mend it. */
        boolean isOfImages() {
            return layer.equals(INPUT);
        }
    }
}
