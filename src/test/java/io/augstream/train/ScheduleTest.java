package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    @Test
    void theConstantScheduleStaysFull() {
        assertEquals(1, new Constant().factor(7.3, 10));
    }

    @Test
    void theCosineScheduleStartsFullAndEndsAtNothing() {
        Cosine cosine = new Cosine();
        assertEquals(1, cosine.factor(0, 30));
        assertEquals(0.75, cosine.factor(10, 30), 1e-15);
        assertEquals(0.5, cosine.factor(15, 30), 1e-15);
        assertEquals(0, cosine.factor(30, 30), 1e-15);
    }

    @Test
    void stepsFallAtTheFirstStepOfTheirEpoch() {
        StepDecay step = new StepDecay(10, 0.1);
        assertEquals(1, step.factor(0, 30));
        assertEquals(1, step.factor(9.999, 30));
        assertEquals(0.1, step.factor(10, 30), 1e-16);
        assertEquals(0.01, step.factor(29.5, 30), 1e-16);
    }

    /** Half of the way up and of the way down lie in the middle between their ends. */
    @Test
    void oneCycleRisesAndFallsAlongHalfCosines() {
        OneCycle cycle = new OneCycle(0.25, 0.04, 0.002);
        assertEquals(0.04, cycle.factor(0, 40), 1e-15);
        assertEquals((0.04 + 1) / 2, cycle.factor(5, 40), 1e-15);
        assertEquals(1, cycle.factor(10, 40), 1e-15);
        assertEquals((1 + 0.002) / 2, cycle.factor(25, 40), 1e-15);
        assertEquals(0.002, cycle.factor(40, 40), 1e-15);
    }

    @Test
    void warmUpRisesLinearlyAndTheScheduleFollowsOverWhatIsLeft() {
        TrainSettings settings = train("{epochs: 12, learning_rate: 0.5, warmup_epochs: 2, schedule: cosine}");
        assertEquals(0, settings.rateAt(0));
        assertEquals(0.125, settings.rateAt(0.5), 1e-15);
        assertEquals(0.375, settings.rateAt(1.5), 1e-15);
        assertEquals(0.5, settings.rateAt(2), 1e-15);
        assertEquals(0.25, settings.rateAt(7), 1e-15);
        assertEquals(0, settings.rateAt(12), 1e-15);
    }

    @Test
    void everyScheduleIsReadWithItsDefaults() {
        assertEquals(new Constant(), train("{}").schedule());
        assertEquals(new Constant(), train("{schedule: constant}").schedule());
        assertEquals(
                new StepDecay(10, 0.1), train("{schedule: {step: {every: 10}}}").schedule());
        assertEquals(
                new StepDecay(3, 0.5),
                train("{schedule: {step: {every: 3, factor: 0.5}}}").schedule());
        assertEquals(
                new OneCycle(0.3, 0.04, 4e-6), train("{schedule: one_cycle}").schedule());
        assertEquals(
                new OneCycle(0.4, 0.1, 0.01),
                train("{schedule: {one_cycle: {rise: 0.4, start: 0.1, end: 0.01}}}")
                        .schedule());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule: cosin | line 1: train.schedule: no such schedule: 'cosin'; did you mean 'cosine'?",
                "schedule: step | line 1: train.schedule: 'every' is missing",
                "schedule: {step: {every: 0}} | line 1: train.schedule.step: every must be at least 1, got 0",
                "schedule: {step: {every: 2, factor: 0}} | train.schedule.step: factor must lie in (0, 1], got 0.0",
                "schedule: {cosine: {every: 2}} | train.schedule.cosine: unknown key 'every'",
                "schedule: {one_cycle: {rise: 1}} | train.schedule.one_cycle: rise must lie in (0, 1), got 1.0",
                "warmup_epochs: -1 | line 1: train: warmup_epochs must lie in [0, epochs), got -1.0",
                "epochs: 5, warmup_epochs: 5 | line 1: train: warmup_epochs must lie in [0, epochs), got 5.0",
            })
    void whatIsWrongIsNamed(String setting, String message) {
        String actual = String.valueOf(assertThrows(SettingsException.class, () -> train("{" + setting + "}"))
                .getMessage());
        assertTrue(actual.contains(message), actual);
    }

    private static TrainSettings train(String yaml) {
        return TrainSettings.from(Settings.parse("train: " + yaml, "pipeline.yaml", Path.of("/"))
                .root()
                .section("train"));
    }
}
