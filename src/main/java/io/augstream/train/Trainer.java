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
import org.jspecify.annotations.Nullable;

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

    /** {@link #train(BatchSource, BatchSource, EpochListener)} without a validation split, and so without early stopping. */
    public TrainingOutcome train(BatchSource training, EpochListener listener) {
        return run(training, null, listener);
    }

    /**
     * Trains for all epochs of the settings, or until early stopping ends it; the network then has the weights of its
     * last epoch, or of its best one where early stopping restores them.
     *
     * @param validation scored after every epoch, and what early stopping looks at; clean images, and none of the test
     *     split
     * @throws TrainingException if the loss becomes infinite or no number
     */
    public TrainingOutcome train(BatchSource training, BatchSource validation, EpochListener listener) {
        return run(training, validation, listener);
    }

    private TrainingOutcome run(BatchSource training, @Nullable BatchSource validation, EpochListener listener) {
        if (validation == null && settings.earlyStopping().isPresent()) {
            throw new IllegalArgumentException("early_stopping needs a validation split to monitor, and there is none");
        }
        Stopper stopper = settings.earlyStopping()
                .map(stopping -> new Stopper(stopping, network))
                .orElse(null);
        List<EpochReport> reports = new ArrayList<>();
        StopReason reason = StopReason.ALL_EPOCHS;
        for (int epoch = 0; epoch < settings.epochs() && reason == StopReason.ALL_EPOCHS; epoch++) {
            EpochReport trained = trainEpoch(training, epoch);
            Score score = validation == null ? null : Scorer.score(network, validation);
            EpochReport report = trained.with(score);
            reports.add(report);
            listener.epochEnded(report);
            if (stopper != null && score != null && stopper.stopsAfter(epoch, score)) {
                reason = StopReason.NO_IMPROVEMENT;
            }
        }
        int last = reports.size() - 1;
        if (stopper == null) {
            return new TrainingOutcome(reports, reason, last);
        }
        stopper.finish();
        return new TrainingOutcome(reports, reason, stopper.bestEpoch(last));
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
        return new EpochReport(epoch, steps, totalLoss / images, seconds, waited / NANOS, null);
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
