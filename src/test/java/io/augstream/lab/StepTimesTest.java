package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.train.EpochReport;
import io.augstream.train.StepReport;
import org.junit.jupiter.api.Test;

/** Of a processor's clock that is set by hand. */
final class StepTimesTest {
    private long milliseconds;
    private final StepTimes times = new StepTimes(() -> milliseconds * 1_000_000);

    /** Six steps behind the first, of which the last three count: 4, 9 and 5. */
    @Test
    void itIsTheMedianOfTheSecondHalf() {
        steps(100, 50, 60, 70, 4, 9, 5);

        assertEquals(5, times.median());
    }

    @Test
    void anEvenNumberHasItsMedianInTheMiddle() {
        steps(1, 90, 90, 90, 90, 6, 2, 3, 7);

        assertEquals(4.5, times.median());
    }

    /** What lies between two epochs is a scoring. */
    @Test
    void theFirstStepOfAnEpochIsLeftOut() {
        steps(1, 3);
        for (int epoch = 0; epoch < 3; epoch++) {
            times.epochEnded(new EpochReport(epoch, 1, 1, 0, 0, 0, 0, 0, null, false));
            steps(1000);
        }

        assertEquals(3, times.median());
    }

    @Test
    void thousandsOfStepsFindRoom() {
        for (int i = 0; i < 5000; i++) {
            steps(i < 3000 ? 8 : 2);
        }

        assertEquals(2, times.median());
    }

    @Test
    void withoutAStepBehindAnotherThereIsNone() {
        assertEquals(0, times.median());
        steps(7);
        assertEquals(0, times.median());
    }

    private void steps(int... lengths) {
        for (int length : lengths) {
            milliseconds += length;
            times.stepEnded(new StepReport(0, 0, 1, 0, 0, 0, 0));
        }
    }
}
