package io.augstream.lab.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.lab.ExperimentResult;
import io.augstream.lab.TinyExperiment;
import io.augstream.settings.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a browser shows it: an experiment of four arms, and one whose names are hostile. */
final class ReportPageInBrowserTest {
    /** How many pixels of each chart are not empty, and a sum that changes with any of them. */
    private static final String INK =
            """
            return [...document.querySelectorAll('.plot canvas')].map(canvas => {
              const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              let inked = 0, sum = 0;
              for (let i = 0; i < pixels.length; i += 4) {
                inked += pixels[i + 3] > 0 ? 1 : 0;
                sum = (31 * sum + pixels[i] + 3 * pixels[i + 1] + 7 * pixels[i + 2] + 11 * pixels[i + 3]) % 1000003;
              }
              return inked > 1000 ? String(sum) : 'blank';
            });""";

    /** Whether a colour of a series is among a chart's pixels. */
    private static final String HAS_COLOUR =
            """
            const hex = getComputedStyle(document.documentElement).getPropertyValue('--c' + arguments[0]).trim();
            const colour = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
            return [...document.querySelectorAll('.plot canvas')].every(canvas => {
              const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              for (let i = 0; i < pixels.length; i += 4) {
                if (pixels[i + 3] === 255 && colour.every((value, channel) => Math.abs(value - pixels[i + channel]) < 4)) {
                  return true;
                }
              }
              return false;
            });""";

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void startAndMeasure() throws IOException {
        browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
        TinyExperiment experiment = new TinyExperiment(folder)
                .with("measure.seeds", "5")
                .with("train.health", "{every: 1}")
                .with("claims", "[{text: Noise raises test accuracy., arm: noise, direction: greater}]");
        page = Files.writeString(
                folder.resolve("report.html"),
                ReportPage.of(
                        experiment.settings(),
                        experiment.run(),
                        Map.of("seconds", 1),
                        List.of("An arm is recommended."),
                        List.of("A note.")));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theCurvesAreDrawnAndNothingIsComplainedOf() throws IOException {
        browser.open(page);
        // Before this test reads the pixels, which Chromium would advise on.
        List<String> complaints = browser.complaints();

        List<?> ink = (List<?>) browser.run(INK);

        assertEquals(2, ink.size());
        assertTrue(!ink.contains("blank"), ink.toString());
        assertEquals(true, browser.run(HAS_COLOUR, 3));
        assertEquals(List.of(), complaints);
    }

    @Test
    void noRequestLeavesThePage() throws IOException {
        browser.open(page);
        browser.run("document.querySelector('[value=loss]').click(); window.scrollTo(0, 1e6)");

        assertEquals(List.of(page.toUri().toString()), browser.requests());
    }

    @Test
    void anArmIsSwitchedOffAndOnAgain() throws IOException {
        browser.open(page);
        Object all = browser.run(INK);

        browser.run("document.querySelector('[data-arm=\"3\"]').click()");
        Object without = browser.run(INK);
        assertNotEquals(all, without);
        assertEquals(false, browser.run(HAS_COLOUR, 3));

        browser.run("document.querySelector('[data-arm=\"3\"]').click()");
        assertEquals(all, browser.run(INK));
    }

    @Test
    void noArmAtAllIsNoError() throws IOException {
        browser.open(page);

        browser.run("document.querySelectorAll('[data-arm]').forEach(box => box.click())");

        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void lossesAreShownInsteadOfAccuracies() throws IOException {
        browser.open(page);
        Object accuracies = browser.run(INK);

        browser.run("document.querySelector('[value=loss]').click()");

        assertNotEquals(accuracies, browser.run(INK));
        assertEquals("nats", browser.run("return document.querySelector('.unit').textContent"));
    }

    @Test
    void printingUnfoldsThePipelineFileAndFoldsItAgain() throws IOException {
        browser.open(page);

        browser.run("dispatchEvent(new Event('beforeprint'))");
        assertEquals(true, browser.run("return document.querySelector('details').open"));
        browser.run("dispatchEvent(new Event('afterprint'))");
        assertEquals(false, browser.run("return document.querySelector('details').open"));
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void noWidthScrollsSideways(int width) throws IOException {
        browser.open(page);
        browser.resize(width, 1600);

        assertEquals(
                true,
                browser.run("return document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                () -> "scrollWidth " + browser.run("return document.documentElement.scrollWidth"));
    }

    @Test
    void theRecommendationIsOnThePage() throws IOException {
        browser.open(page);
        assertEquals(
                "An arm is recommended.",
                browser.run("return document.querySelector('#recommendation .notes').innerText"));
    }

    /** Three epochs of three steps, all of which move both layers. */
    @Test
    void theHealthMapHasARowALayerAndAColumnALook() throws IOException {
        browser.open(page);
        assertEquals(
                List.of("4.dense", "1.dense"),
                browser.run(
                        "return [...document.querySelector('.health tbody').rows].map(row => row.cells[0].innerText)"));
        assertEquals(
                18L,
                browser.run("return [...document.querySelector('.health tbody').querySelectorAll('td[title^=step]')]"
                        + ".filter(cell => cell.className !== 'h0'"
                        + " && getComputedStyle(cell).backgroundColor !== 'rgba(0, 0, 0, 0)').length"));
        assertEquals(4L, browser.run("return document.querySelectorAll('.health').length"));
    }

    /** The metric's name broke off at the right edge. */
    @Test
    void aClaimIsWholeOnAPhone() throws IOException {
        browser.open(page);
        browser.resize(390, 1600);

        assertEquals(
                0L,
                browser.run("const box = document.querySelector('.claims').closest('.scroll');"
                        + " return box.scrollWidth - box.clientWidth"));
    }

    /** As a matrix of a few classes, and as the worst confusions of a hundred. */
    @ParameterizedTest
    @ValueSource(ints = {12, 100})
    void aHundredHostileNamesRunNoScript(int classes) throws IOException {
        List<String> names = HostileNames.hundred();
        ExperimentResult result = HostileExperiment.of(classes);
        TinyExperiment experiment =
                new TinyExperiment(folder).with("data.root", Json.line("x</pre><script>hostile=1</script>"));
        String html =
                ReportPage.of(experiment.settings(), result, Map.of("java", Map.of(names.get(1), names)), names, names);
        Path hostile = Files.writeString(folder.resolve("hostile" + classes + ".html"), html);

        browser.open(hostile);
        browser.run("for (const at of document.querySelectorAll('*')) {"
                + " at.dispatchEvent(new Event('mouseover')); at.dispatchEvent(new Event('focus')); }");

        assertEquals(true, browser.run("return window.hostile === undefined"));
        assertEquals(3L, browser.run("return document.scripts.length"), "uPlot, the page's own, and data");
        assertEquals(
                0L,
                browser.run("return [...document.querySelectorAll('*')]"
                        + ".flatMap(at => at.getAttributeNames()).filter(name => name.startsWith('on')).length"));
        assertEquals(0L, browser.run("return document.querySelectorAll('iframe, base, object, embed').length"));
        assertEquals(100L, browser.run("return document.querySelectorAll('.claims tbody tr').length"));
        assertEquals(101L, browser.run("return document.querySelectorAll('[data-arm]').length"));
        assertEquals(
                names.get(1),
                browser.run("return JSON.parse(document.getElementById('curve-data').textContent).arms[2].name"));
        assertEquals(List.of(), browser.complaints());
        assertEquals(List.of(hostile.toUri().toString()), browser.requests());
    }
}
