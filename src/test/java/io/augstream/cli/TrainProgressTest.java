package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.dataset.Normalisation;
import io.augstream.dataset.Sample;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.nn.Shape;
import io.augstream.run.EpochRow;
import io.augstream.run.TrainingData;
import io.augstream.run.TrainingImages;
import io.augstream.train.Score;
import io.augstream.train.StepReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrainProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter live = new StringWriter();
    private final StringWriter rows = new StringWriter();
    private long now;
    private final Progress bar = new Progress(Progress.Style.LIVE, new PrintWriter(live), () -> now, 80);

    @Test
    void theBarTellsMeansRateAndTimeLeft() {
        TrainProgress progress = started(false);
        now = SECOND;
        progress.stepEnded(step(0, 0, 1.5, 0.25));
        now = 2 * SECOND;
        progress.stepEnded(step(0, 1, 0.5, 0.75));
        // 50 of 200 images in two seconds: 150 are left, at 25 a second.
        assertEquals("epoch 1/2 ████████░░░░░░░░  50%  loss 1.000  acc 50.0%  25/s  0:06 left", lastLine());
    }

    @Test
    void aResumedTrainingBeginsWhereItWasStopped() {
        TrainProgress progress = started(false);
        now = SECOND;
        progress.stepEnded(step(1, 2, 2, 0.5));
        // 175 of 200 images are done, 25 of them in this second.
        assertEquals("epoch 2/2 ████████████░░░░  75%  loss 2.000  acc 50.0%  25/s  0:01 left", lastLine());
    }

    @Test
    void eachEpochIsARowBelowItsHeading() {
        TrainProgress progress = started(false);
        progress.epochEnded(new EpochRow(1, 0.05, new Score(0.5, 1.25), null, 100, 4, 1));
        assertEquals(
                List.of(
                        "100 images to train on, 0 to validate, 0 to test; 1x2 with 1 channel; 2 classes",
                        "epoch      rate  train loss  acc %  images/s  seconds  wait %",
                        "    1  0.050000      1.2500  50.00        25      4.0    25.0"),
                rows.toString().lines().toList());
    }

    @Test
    void whiteningManyValuesIsTold() {
        TrainProgress progress = new TrainProgress(bar, new PrintWriter(rows), false, () -> now);
        progress.whitening(50_000, 784);
        assertEquals("fitting the whitening to 50,000 images of 784 values", lastLine());
        progress.whitening(50_000, 3_072);
        assertEquals("fitting the whitening to 50,000 images of 3,072 values: that takes a while", lastLine());
    }

    @Test
    void quietShowsNoRow() {
        started(true).epochEnded(new EpochRow(1, 0.05, new Score(0.5, 1.25), null, 100, 4, 1));
        assertEquals("", rows.toString());
    }

    private TrainProgress started(boolean quiet) {
        TrainProgress progress = new TrainProgress(bar, new PrintWriter(rows), quiet, () -> now);
        Sample sample = new Sample("train/0", 0, () -> Image.of(new ImageSize(1, 1), 1, new byte[1]));
        TrainingImages images =
                new TrainingImages(Collections.nCopies(100, sample), List.of(), List.of(), Normalisation.scaleOnly(1));
        progress.started(new TrainingData(List.of("a", "b"), new Shape(2, 1, 1), images), 2);
        return progress;
    }

    private static StepReport step(int epoch, int step, double loss, double accuracy) {
        return new StepReport(epoch, step, 25, loss, accuracy, 0.05, 0);
    }

    private String lastLine() {
        List<String> lines = Arrays.asList(live.toString().split("\r", -1));
        return lines.get(lines.size() - 1).stripTrailing();
    }
}
