package io.augstream.train;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.nn.Network;
import io.augstream.nn.SoftmaxCrossEntropy;

/** Scores a network in evaluation mode: running statistics, no dropout. */
public final class Scorer {
    private static final SoftmaxCrossEntropy LOSS = new SoftmaxCrossEntropy();

    private Scorer() {}

    /**
     * Accuracy and loss over epoch 0 of {@code source}, batch by batch.
     *
     * @throws IllegalArgumentException if the source is empty, or its images or labels do not fit the network
     */
    public static Score score(Network network, BatchSource source) {
        int classes = network.output().size();
        long images = 0;
        long correct = 0;
        double loss = 0;
        try (BatchSource.Epoch epoch = source.epoch(0)) {
            for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
                BatchShape.check(batch, network);
                float[] logits = network.evaluate(batch.pixels(), batch.size());
                loss += LOSS.loss(logits, batch.labels(), classes) * batch.size();
                correct += SoftmaxCrossEntropy.correct(logits, batch.labels(), classes);
                images += batch.size();
            }
        }
        if (images == 0) {
            throw new IllegalArgumentException("there are no images to score");
        }
        return new Score((double) correct / images, loss / images);
    }
}
