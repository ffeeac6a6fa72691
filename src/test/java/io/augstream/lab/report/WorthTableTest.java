package io.augstream.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.lab.ArmResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Results;
import io.augstream.lab.SizedArm;
import io.augstream.lab.WorthSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

public final class WorthTableTest {
    /** Turned, 30 images come to what 60 come to without, in every seed. */
    public static ExperimentResult twice() {
        return Results.of(arm("none", 500), arm("sixty", 600), arm("turned", 600))
                .valued(new WorthSettings(
                        List.of(new SizedArm("none", 30), new SizedArm("sixty", 60)),
                        List.of(new SizedArm("turned", 30), new SizedArm("none", 30))));
    }

    @Test
    void anArmStandsAboveWhatItWasWorthInLinesThatFitTheTerminal() {
        assertEquals(
                """
                worth in images without augmentation, by test accuracy
                turned
                  At 30 images, augmentation was worth 2.00 times the images (95% interval 2.00
                  to 2.00).
                none
                  At 30 images, augmentation was worth 1.00 times the images (95% interval 1.00
                  to 1.00).
                """,
                WorthTable.of(twice().worth()));
    }

    @Test
    void whereNothingWasAskedThereIsNothing() {
        assertEquals("", WorthTable.of(List.of()));
    }

    private static ArmResult arm(String name, int test) {
        return Results.arm(name, new int[] {900, 900}, new int[] {test, test});
    }
}
