package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.nn.Dense;
import io.augstream.nn.Initializer;
import io.augstream.nn.Network;
import io.augstream.nn.Shape;
import io.augstream.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingListenerTest {
    private final Network network =
            Network.create(List.of(new Dense(2, true, Initializer.HE_NORMAL)), Shape.vector(2), 1);
    private final MemoryBatches training = new MemoryBatches(
            List.of(batch(0, 1, 1, 0, 1), batch(0, 0, 1, 1, 1), batch(1, 1, 1, 1, 1), batch(0, 1, 0, 0, 1)));
    private final List<StepReport> steps = new ArrayList<>();
    private final List<EpochReport> epochs = new ArrayList<>();
    private final List<StopReason> reasons = new ArrayList<>();

    /** Weights of 0 give every class a chance of 1/2, and name the first: 2 of the first 5 images are of that class. */
    @Test
    void eachStepIsTold() {
        Arrays.fill(network.parameters().get(0).value(), 0f);
        TrainingOutcome outcome =
                trainer("{epochs: 2, schedule: cosine, learning_rate: 0.1}").train(training, listener(99));
        StepReport first = steps.get(0);
        assertEquals(Math.log(2), first.loss(), 1e-7);
        assertEquals(new StepReport(0, 0, 5, first.loss(), 2.0 / 5, 0.1, first.waited()), first);
        assertEquals(
                List.of(0, 1, 2, 3, 0, 1, 2, 3),
                steps.stream().map(StepReport::step).toList());
        assertEquals(
                List.of(0, 0, 0, 0, 1, 1, 1, 1),
                steps.stream().map(StepReport::epoch).toList());
        assertEquals(0.1 * 0.5, steps.get(4).learningRate(), 1e-15);
        assertTrue(steps.stream().allMatch(step -> step.waited() >= 0));
        assertEquals(List.of(StopReason.ALL_EPOCHS), reasons);
        assertEquals(outcome.epochs(), epochs);
    }

    @Test
    void anEpochIsTheSumOfItsSteps() {
        EpochReport report =
                trainer("{epochs: 1}").train(training, listener(99)).epochs().get(0);
        assertEquals(steps.stream().mapToDouble(StepReport::loss).average().orElseThrow(), report.loss(), 1e-12);
        assertEquals(
                steps.stream().mapToDouble(StepReport::accuracy).average().orElseThrow(), report.accuracy(), 1e-12);
        assertEquals(20, report.images());
        assertEquals(4, report.steps());
        assertTrue(report.seconds() >= report.waited());
    }

    @Test
    void aTrainerEndsAfterTheStepAtWhichItIsAsked() {
        TrainingOutcome outcome = trainer("{epochs: 5}").train(training, listener(6));
        assertEquals(6, steps.size());
        assertEquals(StopReason.REQUESTED, outcome.reason());
        assertEquals(1, outcome.epochs().size());
        assertEquals(List.of(StopReason.REQUESTED), reasons);
    }

    @Test
    void aTrainerThatIsAskedBeforeItBeginsTakesNoStep() {
        Trainer trainer = trainer("{epochs: 5}");
        trainer.stop();
        assertEquals(StopReason.REQUESTED, trainer.train(training, listener(99)).reason());
        assertEquals(List.of(), steps);
    }

    @Test
    void aScoringIsGivenUpWhenItIsAsked() {
        Trainer trainer = trainer("{epochs: 5}");
        BatchSource validation = new StoppingBatches(training, trainer);
        assertEquals(
                StopReason.REQUESTED,
                trainer.train(training, validation, listener(99)).reason());
        assertEquals(4, steps.size());
        assertEquals(List.of(), epochs);
    }

    @Test
    void theValidationLossFindsTheBestEpochWithoutEarlyStoppingToo() {
        Batch images = batch(0, 1, 1, 0, 1);
        MemoryBatches data = new MemoryBatches(List.of(images));
        MemoryBatches turned =
                new MemoryBatches(List.of(new Batch(images.pixels(), new int[] {1, 0, 0, 1, 0}, 1, 1, 2)));
        TrainingOutcome outcome = trainer("{epochs: 4, learning_rate: 0.1}").train(data, turned, listener(99));
        assertEquals(0, outcome.bestEpoch());
        assertEquals(
                List.of(true, false, false, false),
                epochs.stream().map(EpochReport::best).toList());
    }

    /** Stops the trainer after so many steps. */
    private TrainingListener listener(int last) {
        return new TrainingListener() {
            @Override
            public void stepEnded(StepReport report) {
                steps.add(report);
                if (steps.size() == last) {
                    current.stop();
                }
            }

            @Override
            public void epochEnded(EpochReport report) {
                epochs.add(report);
            }

            @Override
            public void trainingEnded(StopReason reason) {
                reasons.add(reason);
            }
        };
    }

    private Trainer current = trainer("{}");

    private Trainer trainer(String yaml) {
        TrainSettings settings = TrainSettings.from(Settings.parse("train: " + yaml, "pipeline.yaml", Path.of("/"))
                .root()
                .section("train"));
        current = new Trainer(network, settings, 1);
        return current;
    }

    private static Batch batch(int... labels) {
        float[] pixels = new float[2 * labels.length];
        for (int i = 0; i < labels.length; i++) {
            pixels[2 * i + labels[i]] = 1 + i;
        }
        return new Batch(pixels, labels, 1, 1, 2);
    }

    /** Stops a trainer as soon as anything is asked for. */
    private record StoppingBatches(BatchSource source, Trainer trainer) implements BatchSource {
        @Override
        public Epoch epoch(int epoch) {
            trainer.stop();
            return source.epoch(epoch);
        }

        @Override
        public int size() {
            return source.size();
        }
    }
}
