package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Without augmentation every seed rises by ten points with each doubling: 50% of 30 images, 60% of 60, 70% of 120. */
final class WorthResultTest {
    private static final int[] TRAIN = {900, 900};
    private static final List<SizedArm> PLAIN =
            List.of(new SizedArm("c", 120), new SizedArm("a", 30), new SizedArm("b", 60));

    /**
     * 60% takes 60 images, 65% takes 60·√2: twice and 2√2 times the 30. To the base 2: mean 1.25, standard error 0.25, and
     * ±12.7062·0.25 about it.
     */
    @Test
    void anArmIsWorthTheImagesThatItsAccuracyTakesWithout() {
        assertEquals(
                "At 30 images, augmentation was worth 2.38 times the images (95% interval 0.26 to 21.50).",
                sentence(30, 600, 650));
    }

    @Test
    void aThirdSizeMayBeValuedToo() {
        assertEquals(
                "At 20 images, augmentation was worth 3.00 times the images (95% interval 3.00 to 3.00).",
                sentence(20, 600, 600));
    }

    @Test
    void beyondTheSizesOnlyABoundIsTold() {
        assertEquals(
                "At 120 images, augmentation was worth at least 1.00 times the images (of 2 seeds 1 above the largest size).",
                sentence(120, 700, 701));
        assertEquals(
                "At 60 images, augmentation was worth at most 0.50 times the images (of 2 seeds 2 below the smallest).",
                sentence(60, 499, 400));
        assertEquals(
                "At 60 images, what augmentation was worth lies outside the sizes"
                        + " (of 2 seeds 1 above the largest size, 1 below the smallest).",
                sentence(60, 900, 400));
    }

    private static String sentence(int images, int... test) {
        SizedArm arm = new SizedArm("with", images);
        ExperimentResult result = Results.of(
                        arm("none", 100, 100),
                        arm("a", 500, 500),
                        arm("b", 600, 600),
                        arm("c", 700, 700),
                        arm("with", test))
                .valued(new WorthSettings(PLAIN, List.of(arm)));
        return result.worth().get(0).sentence();
    }

    private static ArmResult arm(String name, int... test) {
        return Results.arm(name, TRAIN, test);
    }
}
