package io.augstream.run;

import io.augstream.dataset.BatchSource;
import io.augstream.dataset.CleanBatches;
import io.augstream.dataset.ImageShape;
import io.augstream.dataset.NetworkInput;
import io.augstream.dataset.Preparation;
import io.augstream.dataset.Sample;
import io.augstream.dataset.Split;
import io.augstream.nn.PlannedBatch;
import io.augstream.nn.Shape;
import io.augstream.pipeline.Copies;
import io.augstream.pipeline.Pipeline;
import io.augstream.stream.Pace;
import io.augstream.stream.Recipe;
import io.augstream.stream.StreamRuntime;
import io.augstream.stream.TrainingBatches;
import java.util.List;

/**
 * Prepared images to train on and to score, in memory.
 *
 * @param training clean, in a fixed order
 * @param validation may be empty
 * @param test may be empty
 * @param input fitted on the training images
 */
public record TrainingImages(List<Sample> training, List<Sample> validation, List<Sample> test, NetworkInput input) {
    private static final int SCORING_BATCH = 250;
    private static final int MOST_SCORED_VALUES = SCORING_BATCH * 64 * 64 * 3;

    /**
     * Images that are scored at a time: 250, and of pictures larger than 64x64x3 so many fewer that memory is for the training
     * to decide. Part of the results: losses are summed batch by batch, so another size could change their last bits.
     */
    public static int scoringBatch(Shape images) {
        return Math.max(1, Math.min(SCORING_BATCH, MOST_SCORED_VALUES / images.size()));
    }

    /** The images of a split; may be empty. */
    public List<Sample> of(Split split) {
        return switch (split) {
            case TRAIN -> training;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /** The training images in the order of {@code seed}, epoch by epoch, through the stages of {@code pipeline}. */
    public BatchSource augmented(Pipeline pipeline, Copies copies, long seed, Pace pace, StreamRuntime runtime) {
        return new TrainingBatches(
                runtime, training, new Recipe(Preparation.NONE, pipeline, copies, input, seed), pace);
    }

    /** A split to be scored; {@code samples} are all or some of one of this object's lists. */
    public BatchSource clean(List<Sample> samples) {
        if (samples.isEmpty()) {
            return new CleanBatches(samples, input, SCORING_BATCH);
        }
        ImageShape shape = ImageShape.of(samples.get(0).source().read());
        Shape images = new Shape(shape.size().height(), shape.size().width(), shape.channels());
        return new CleanBatches(samples, input, scoringBatch(images));
    }

    /** The largest batches of a training and its scorings. */
    PlannedBatch largestBatches(int trained, Shape images) {
        int most = Math.max(training.size(), Math.max(validation.size(), test.size()));
        return new PlannedBatch(Math.min(trained, training.size()), Math.min(scoringBatch(images), most));
    }
}
