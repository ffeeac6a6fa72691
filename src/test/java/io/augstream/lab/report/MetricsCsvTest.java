package io.augstream.lab.report;

import static io.augstream.lab.Results.arm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.lab.Results;
import org.junit.jupiter.api.Test;

final class MetricsCsvTest {
    @Test
    void everyEpochOfEveryRunIsARow() {
        assertEquals(
                """
                arm,seed,epoch,train_accuracy,train_loss,validation_accuracy,validation_loss,test_accuracy,test_loss,figures
                none,1,1,,,0.5,1.0,0.5,1.0,0
                none,1,2,0.9,0.2,0.8,0.4,0.8,0.4,1
                none,2,1,,,0.5,1.0,0.5,1.0,0
                none,2,2,0.91,0.18,0.75,0.5,0.75,0.5,1
                """,
                MetricsCsv.of(Results.of(arm("none", new int[] {900, 910}, new int[] {800, 750}))));
    }

    @Test
    void namesWithCommasAndQuotesStayOneField() {
        String csv = MetricsCsv.of(Results.of(
                arm("none", new int[] {900}, new int[] {800}),
                arm("turn, \"hard\"", new int[] {900}, new int[] {800})));

        assertEquals(
                "\"turn, \"\"hard\"\"\",1,2,0.9,0.2,0.8,0.4,0.8,0.4,1",
                csv.lines().toList().get(4));
    }
}
