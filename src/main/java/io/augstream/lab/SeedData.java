package io.augstream.lab;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.dataset.Sample;
import io.augstream.nn.Network;
import io.augstream.nn.SoftmaxCrossEntropy;
import io.augstream.run.TrainingImages;
import io.augstream.train.Score;
import io.augstream.train.Scorer;
import io.augstream.train.TestTimeAugmentation;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What all arms of a seed share. */
record SeedData(long seed, TrainingImages images) {
    private static final int PROBED = 64;

    /** Scores every split on clean images in evaluation mode. */
    EpochScores score(Network network, int epoch) {
        return score(network, epoch, (batch, logits) -> {});
    }

    /** @param testViewer is shown the test images and what the network says of them, as {@link Scorer} tells */
    EpochScores score(Network network, int epoch, BiConsumer<Batch, float[]> testViewer) {
        return new EpochScores(
                epoch,
                score(network, images.training()),
                score(network, images.validation()),
                Scorer.score(
                        network,
                        images.clean(images.test()),
                        new SoftmaxCrossEntropy(),
                        TestTimeAugmentation.NONE,
                        testViewer));
    }

    /** At most {@value #PROBED} of the training images, from all over them, and the same at every look. */
    BatchSource probe() {
        List<Sample> all = images.training();
        int count = Math.min(PROBED, all.size());
        return images.clean(IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .toList());
    }

    private @Nullable Score score(Network network, List<Sample> samples) {
        return samples.isEmpty() ? null : Scorer.score(network, images.clean(samples));
    }
}
