package io.augstream.train;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import io.augstream.nn.SoftmaxCrossEntropy;
import io.augstream.random.RandomKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains a network on the batches of a source. The same network, settings, seed and batches give the same bits. Use one
 * trainer a training, on one thread.
 */
public final class Trainer {
    private static final double NANOS = 1e9;

    private final Network network;
    private final TrainSettings settings;
    private final RandomKey masks;
    private final List<Parameter> parameters;
    private final Optimizer optimizer;
    private final MaxNorm maxNorm;
    private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
    private float[] gradient = {};
    private long step;

    /**
     * @param network changed by the training
     * @param seed decides what dropout drops
     * @throws IllegalArgumentException if batches of one shall train a batch norm
     */
    public Trainer(Network network, TrainSettings settings, long seed) {
        boolean normalises =
                network.parameters().stream().anyMatch(parameter -> parameter.kind() == ParameterKind.NORM);
        if (settings.batch() == 1 && normalises) {
            throw new IllegalArgumentException(
                    "batch must be at least 2 for a network with batch norm: one image has no batch statistics");
        }
        this.network = network;
        this.settings = settings;
        masks = RandomKey.of(seed).with("dropout");
        parameters = network.parameters();
        maxNorm = new MaxNorm(parameters, settings.regularization().maxNorm());
        optimizer = settings.optimizerSettings().create(parameters, settings.weightDecay());
    }

    /**
     * Trains for all epochs of the settings.
     *
     * @throws TrainingException if the loss becomes infinite or no number
     */
    public TrainingOutcome train(BatchSource training, EpochListener listener) {
        List<EpochReport> reports = new ArrayList<>();
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            EpochReport report = trainEpoch(training, epoch);
            reports.add(report);
            listener.epochEnded(report);
        }
        return new TrainingOutcome(reports);
    }

    private EpochReport trainEpoch(BatchSource training, int epoch) {
        long start = System.nanoTime();
        long waited = 0;
        double totalLoss = 0;
        long images = 0;
        int steps = 0;
        try (BatchSource.Epoch batches = training.epoch(epoch)) {
            while (true) {
                long asked = System.nanoTime();
                Batch batch = batches.next();
                waited += System.nanoTime() - asked;
                if (batch == null) {
                    break;
                }
                double done = epoch + (double) images / Math.max(1, training.size());
                double batchLoss = trainStep(batch, settings.rateAt(done));
                if (!Double.isFinite(batchLoss)) {
                    throw new TrainingException("the loss became " + batchLoss + " in epoch " + (epoch + 1) + ", step "
                            + (steps + 1) + "; a smaller learning_rate than " + settings.learningRate() + " may help");
                }
                totalLoss += batchLoss * batch.size();
                images += batch.size();
                steps++;
            }
        }
        if (images == 0) {
            throw new IllegalArgumentException("there are no images to train on");
        }
        double seconds = (System.nanoTime() - start) / NANOS;
        return new EpochReport(epoch, steps, totalLoss / images, seconds, waited / NANOS);
    }

    /** One step; the loss before it. A loss that is no number leaves the weights as they are. */
    private double trainStep(Batch batch, double learningRate) {
        BatchShape.check(batch, network);
        int classes = network.output().size();
        if (gradient.length < batch.size() * classes) {
            gradient = new float[batch.size() * classes];
        }
        float[] logits = network.train(batch.pixels(), batch.size(), masks.with(step++));
        double value = loss.loss(logits, batch.labels(), classes, gradient);
        if (Double.isFinite(value)) {
            network.backward(gradient);
            settings.clipping().apply(parameters);
            settings.regularization().l1().addTo(parameters);
            optimizer.step(learningRate);
            maxNorm.apply();
        }
        return value;
    }
}
