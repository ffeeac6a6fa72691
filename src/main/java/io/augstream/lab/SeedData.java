package io.augstream.lab;

import io.augstream.dataset.CleanBatches;
import io.augstream.dataset.Normalisation;
import io.augstream.dataset.Sample;
import io.augstream.nn.Network;
import io.augstream.train.Score;
import io.augstream.train.Scorer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all arms of a seed share.
 *
 * @param training clean images in a fixed order
 * @param normalisation fitted on them
 */
record SeedData(
        long seed, List<Sample> training, List<Sample> validation, List<Sample> test, Normalisation normalisation) {
    /** Part of the results: losses are summed batch by batch, so another size could change their last bits. */
    private static final int SCORING_BATCH = 250;

    /** Scores every split on clean images in evaluation mode. */
    EpochScores score(Network network, int epoch, boolean withTraining) {
        return new EpochScores(
                epoch,
                withTraining ? score(network, training) : null,
                score(network, validation),
                Scorer.score(network, clean(test)));
    }

    private @Nullable Score score(Network network, List<Sample> samples) {
        return samples.isEmpty() ? null : Scorer.score(network, clean(samples));
    }

    private CleanBatches clean(List<Sample> samples) {
        return new CleanBatches(samples, normalisation, SCORING_BATCH);
    }
}
