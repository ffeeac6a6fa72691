package io.augstream.lab.report;

import static io.augstream.lab.Results.arm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.lab.ArmResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Results;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ResultTableTest {
    private static final ArmResult NONE =
            arm("none", new int[] {996, 1000, 992, 1000, 988}, new int[] {700, 720, 690, 710, 705});
    private static final ArmResult HELPING =
            arm("rotate", new int[] {950, 960, 940, 955, 945}, new int[] {800, 815, 795, 805, 810});
    private static final ArmResult HURTING =
            arm("noise", new int[] {300, 320, 310, 305, 290}, new int[] {290, 310, 295, 300, 280});
    private static final ArmResult SHRINKING =
            arm("rotate_and_crop", new int[] {950, 955, 940, 955, 945}, new int[] {715, 700, 705, 690, 720});
    private static final ArmResult IDENTICAL =
            arm("mirror", new int[] {996, 1000, 992, 1000, 988}, new int[] {700, 720, 690, 710, 705});
    private static final ArmResult UNSHOWN =
            arm("smooth", new int[] {994, 1000, 996, 998, 990}, new int[] {710, 700, 720, 690, 700});

    @Test
    void everyVerdictIsReadInEightyColumns() {
        ExperimentResult result = Results.of(NONE, HELPING, HURTING, SHRINKING, IDENTICAL, UNSHOWN);
        String table = ResultTable.of(result, StandardCharsets.UTF_8);
        System.out.println(table);
        System.out.println(ResultTable.of(result, StandardCharsets.US_ASCII));
        System.out.println(ResultTable.of(Results.of(252, arm("none", new int[]{900}, new int[]{800}), arm("a very long name of an arm", new int[]{890}, new int[]{810})), StandardCharsets.UTF_8));
        System.out.println(ReportJson.of(Results.of(252, arm("none", new int[]{900}, new int[]{800})), new Provenance("ab", java.util.List.of(1L), result.data(), java.time.Instant.now(), java.time.Duration.ofSeconds(3))));
        assertEquals("", table);
        assertFalse(table.isEmpty());
        assertTrue(table.isEmpty());
    }
}
