package io.augstream.lab.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.lab.report.WorthTableTest;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WorthSectionTest {
    @Test
    void theTableHasARowAnArmWithItsSentence() {
        String html = WorthSection.of(WorthTableTest.twice().worth()).markup();

        assertTrue(
                html.contains(
                        "<tr><th scope=\"row\"><bdi>turned</bdi></th><td>At 30 images, augmentation was worth 2.00 times the"
                                + " images (95% interval 2.00 to 2.00).</td></tr>"),
                html);
    }

    @Test
    void whereNothingWasAskedThereIsNoSection() {
        assertEquals(Html.NONE, WorthSection.of(List.of()));
    }
}
