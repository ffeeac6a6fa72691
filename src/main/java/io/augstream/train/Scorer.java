package io.augstream.train;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.nn.Loss;
import io.augstream.nn.Network;
import io.augstream.nn.SoftmaxCrossEntropy;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** Scores a network in evaluation mode: running statistics, no dropout. */
public final class Scorer {
    private Scorer() {}

    /** {@link #score(Network, BatchSource, Loss)} with cross-entropy. */
    public static Score score(Network network, BatchSource source) {
        return score(network, source, new SoftmaxCrossEntropy());
    }

    /**
     * Accuracy and loss over epoch 0 of {@code source}, batch by batch.
     *
     * @throws IllegalArgumentException if the source is empty, or its images or labels do not fit the network
     */
    public static Score score(Network network, BatchSource source, Loss criterion) {
        return score(network, source, criterion, TestTimeAugmentation.NONE, (batch, logits) -> {});
    }

    /**
     * {@link #score(Network, BatchSource, Loss)} with a choice of views, showing what the network says.
     *
     * @param viewer is shown each batch with its logits, as many an image as there are classes; it must not keep them
     */
    public static Score score(
            Network network,
            BatchSource source,
            Loss criterion,
            TestTimeAugmentation views,
            BiConsumer<Batch, float[]> viewer) {
        return run(() -> false, network, source, criterion, views, viewer).orElseThrow();
    }

    /** {@link #score} that is given up, and is none, as soon as {@code stopped} says so; it is asked before each batch. */
    public static Optional<Score> scoreUnless(
            BooleanSupplier stopped, Network network, BatchSource source, Loss criterion) {
        return run(stopped, network, source, criterion, TestTimeAugmentation.NONE, (batch, logits) -> {});
    }

    private static Optional<Score> run(
            BooleanSupplier stopped,
            Network network,
            BatchSource source,
            Loss criterion,
            TestTimeAugmentation views,
            BiConsumer<Batch, float[]> viewer) {
        int classes = network.output().size();
        long images = 0;
        long correct = 0;
        double loss = 0;
        try (BatchSource.Epoch epoch = source.epoch(0)) {
            for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
                if (stopped.getAsBoolean()) {
                    return Optional.empty();
                }
                BatchShape.check(batch, network);
                float[] logits = views.outputs(network, batch);
                loss += Targets.loss(criterion, logits, batch, classes) * batch.size();
                correct += SoftmaxCrossEntropy.correct(logits, batch.labels(), classes);
                images += batch.size();
                viewer.accept(batch, logits);
            }
        }
        if (images == 0) {
            throw new IllegalArgumentException("there are no images to score");
        }
        return Optional.of(new Score((double) correct / images, loss / images));
    }
}
