package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code augstream preview}. What a sheet shows is the matter of {@code preview.ContactSheetTest}. */
final class PreviewCommandTest {
    private static final int LEFT = 24;
    private static final int TOP = 24 + 22 + 10 + 22 + 5;

    @TempDir
    private Path folder;

    private Path pipeline;
    private Path image;
    private Path out;

    @BeforeEach
    void writeFiles() throws IOException {
        pipeline = Pictures.text(folder.resolve("p.yaml"), "stages:\n  - rotate: {degrees: [-45, 45]}\n");
        image = Pictures.write(folder.resolve("in.png"), Pictures.slope(40, 30, 3, 6));
        out = folder.resolve("new/sheet.png");
    }

    private Image sheet(Object... more) {
        assertEquals(new CommandRun(0, "", ""), run(more));
        return ImageFiles.read(out);
    }

    private CommandRun run(Object... more) {
        return CommandRun.of(Stream.concat(Stream.of("preview", pipeline, "--out", out), Arrays.stream(more))
                .toArray());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static void assertShows(Image picture, int factor, Image sheet, int left, int top) {
        for (int y = 0; y < picture.height() * factor; y++) {
            for (int x = 0; x < picture.width() * factor; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    assertEquals(
                            picture.sample(x / factor, y / factor, channel),
                            sheet.sample(left + x, top + y, channel),
                            x + ", " + y);
                }
            }
        }
    }

    @Test
    void aRowAnImageAndAColumnADraw() {
        Image sheet = sheet(image);
        assertEquals(2 * LEFT + 8 * (224 + 16) - 16, sheet.width());
        // A picture 150 pixels high, and a line below it.
        assertEquals(TOP + 5 * 30 + 10 + 22 + LEFT, sheet.height());
        assertShows(ImageFiles.read(image), 5, sheet, LEFT, TOP);
        Image two = sheet(image, samples(), "--draws=2", "--size=160");
        assertEquals(2 * LEFT + 3 * (160 + 16) - 16, two.width());
        int row = 22 + 5 + 120 + 10 + 22;
        assertShows(ImageFiles.read(samples()), 5, two, LEFT, TOP + row + 26);
    }

    private static Path samples() {
        return Path.of("samples/train/star/00.png");
    }

    @Test
    void aDrawIsWhatApplyWritesForTheEpoch() {
        Image sheet = sheet(image, "--seed=9", "--draws=3");
        for (int epoch = 0; epoch < 3; epoch++) {
            Path applied = folder.resolve("applied.png");
            CommandRun.of("apply", pipeline, image, applied, "--seed=9", "--epoch=" + epoch);
            assertShows(ImageFiles.read(applied), 5, sheet, LEFT + (epoch + 1) * 240, TOP);
        }
    }

    @Test
    void theSameCommandGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        Image unused = sheet(image, "--seed=1");
        byte[] first = Files.readAllBytes(out);
        Image again = sheet(image, "--seed=1");
        assertArrayEquals(first, Files.readAllBytes(out));
        Image other = sheet(image, "--seed=2");
        assertFalse(Arrays.equals(first, Files.readAllBytes(out)));
        assertEquals(again.size(), other.size());
    }

    @Test
    void imagesThatAreCalledAlikeAreToldApartAndDrawnApart() throws IOException {
        Path first = Pictures.write(folder.resolve("a/x.png"), Pictures.slope(40, 30, 3, 6));
        Path second = Pictures.write(folder.resolve("b/x.png"), Pictures.slope(40, 30, 3, 6));
        Image sheet = sheet(first, second, "--draws=1");
        int below = 22 + 5 + 150 + 10 + 22 + 26;
        boolean differ = false;
        for (int x = 0; x < 200; x++) {
            differ |= sheet.sample(LEFT + 240 + x, TOP + 20, 0) != sheet.sample(LEFT + 240 + x, TOP + below + 20, 0);
        }
        assertTrue(differ);
    }

    @Test
    void targetsArePaintedOnTop() throws IOException {
        Pictures.write(folder.resolve("mask.png"), Pictures.slope(40, 30, 1, 1));
        Path targets = Pictures.text(
                folder.resolve("t.yaml"),
                """
                in.png:
                  mask: mask.png
                  boxes: [{left: 4, top: 5, right: 20, bottom: 25, label: thing}]
                  keypoints: [{x: 30, y: 10, name: left_eye}]
                  sides: [[left_eye, right_eye]]
                  least_visible: 0.3
                other.png:
                """);
        Image plain = sheet(image);
        Image painted = sheet(image, "--targets", targets);
        for (int[] place : new int[][] {{4 * 5, 5 * 5 + 40}, {30 * 5 + 2, 10 * 5 + 2}, {36 * 5, 28 * 5}}) {
            assertNotEquals(
                    plain.sample(LEFT + place[0], TOP + place[1], 2),
                    painted.sample(LEFT + place[0], TOP + place[1], 2),
                    Arrays.toString(place));
        }
        // JSON is YAML too.
        Path json = Pictures.text(
                folder.resolve("t.json"),
                "{\"in.png\": {\"mask\": \"mask.png\", \"boxes\": [{\"left\": 4, \"top\": 5, \"right\": 20, \"bottom\": 25,"
                        + " \"label\": \"thing\"}], \"keypoints\": [{\"x\": 30, \"y\": 10, \"name\": \"left_eye\"}],"
                        + " \"sides\": [[\"left_eye\", \"right_eye\"]], \"least_visible\": 0.3}}");
        assertArrayEquals(painted.samples(), sheet(image, "--targets", json).samples());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in.png: {boxes: [{left: 4, top: 5, right: 3, bottom: 25}]} | 2 augstream: DIR/t.yaml, line 1:"
                        + " in.png.boxes[0]: left must lie below right and top below bottom, got 4.0, 5.0, 3.0, 25.0",
                "in.png: {boxes: [{left: 4, top: 5, right: 41, bottom: 25}]} | 2 augstream: DIR/t.yaml, line 1: in.png.boxes[0]:"
                        + " Box[left=4.0, top=5.0, right=41.0, bottom=25.0, label=] must lie within the image of 40x30, in x from 0 to 40"
                        + " and in y from 0 to 30",
                "in.png: {boxes: [{left: 4, top: 5, width: 3, bottom: 25}]} | 2 augstream: DIR/t.yaml, line 1:"
                        + " in.png.boxes[0]: 'right' is missing; given: width, bottom",
                "in.png: {points: []} | 2 augstream: DIR/t.yaml, line 1: in.png: unknown key 'points'; did you mean"
                        + " 'keypoints'?; allowed: boxes, keypoints, sides, least_visible, mask",
                "in.png: {mask: none.png} | 3 augstream: DIR/none.png: no such file",
                "in.png: {mask: small.png} | 2 augstream: DIR/t.yaml, line 1: in.png: mask must be of the image's size, 40x30,"
                        + " and is of 2x2",
                "in.png: {keypoints: [{x: 40, y: 3, name: tip}]} | 2 augstream: DIR/t.yaml, line 1: in.png.keypoints[0]:"
                        + " Keypoint[x=40.0, y=3.0, name=tip] must lie within the image of 40x30, in x from -0.5 to 39.5"
                        + " and in y from -0.5 to 29.5",
                "in.png: {least_visible: 1.5} | 2 augstream: DIR/t.yaml, line 1: in.png: least_visible must lie in [0, 1], got 1.5",
                "in.png: {sides: [[eye, eye]]} | 2 augstream: DIR/t.yaml, line 1: in.png: sides must name two points each,"
                        + " got [eye, eye]",
                "in.png: {sides: [[eye]]} | 2 augstream: DIR/t.yaml, line 1: in.png: sides must be pairs of names, got [eye]",
                "[in.png] | 2 augstream: DIR/t.yaml, line 1: the file must be a mapping of keys to values, got a list",
                "{} | 2 augstream: DIR/t.yaml: has nothing for in.png; it has nothing at all",
                "cat.png: {} | 2 augstream: DIR/t.yaml: has nothing for in.png; it has cat.png",
            })
    void wrongTargetsAreToldByFileLineAndWhatIsAllowed(String yaml, String problem) throws IOException {
        Pictures.write(folder.resolve("small.png"), Pictures.slope(2, 2, 1, 1));
        Path targets = Pictures.text(folder.resolve("t.yaml"), yaml + "\n");
        assertEquals(problem, run(image, "--targets", targets).failure(folder));
        assertFalse(Files.exists(out));
    }

    @Test
    void theLineIsThatOfTheBoxAndAnImageMayStandAlone() throws IOException {
        Path targets = Pictures.text(
                folder.resolve("t.yaml"),
                """
                in.png:
                  boxes:
                    - {left: 4, top: 5, right: 20, bottom: 25}
                    - {left: 4, top: 5, right: 20, bottom: 31}
                """);
        String message = run(image, "--targets", targets).failure(folder);
        assertTrue(message.startsWith("2 augstream: DIR/t.yaml, line 4: in.png.boxes[1]: Box["), message);
        Image plain = sheet(image);
        Pictures.text(targets, "in.png:\n");
        assertArrayEquals(plain.samples(), sheet(image, "--targets", targets).samples());
    }

    @Test
    void whatCannotBeReadEndsWithAnErrorAndNothingWritten() throws IOException {
        Path bad = Pictures.text(folder.resolve("bad.png"), "hello");
        List<String> before = names();
        assertEquals(
                "3 augstream: DIR/none.png: no such file",
                run(folder.resolve("none.png")).failure(folder));
        assertEquals(
                "3 augstream: DIR/bad.png: not an image (no known format begins like this)",
                run(image, bad).failure(folder));
        Path missing = folder.resolve("none.yaml");
        assertEquals(
                "2 augstream: DIR/none.yaml: no such file",
                CommandRun.of("preview", missing, image, "--out", out).failure(folder));
        Pictures.text(pipeline, "stages: [{crop: {size: 90}}]\n");
        assertTrue(
                run(image).failure(folder).startsWith("2 augstream: DIR/p.yaml, line 1: stage 'crop', image '"),
                run(image).err());
        Pictures.text(pipeline, "stages:\n  - rotate: {degrees: 5, fill: [1, 2, 3], p: 0.000001}\n");
        Path gray = Pictures.write(folder.resolve("gray.png"), Pictures.slope(8, 8, 1, 1));
        assertEquals(
                "2 augstream: DIR/p.yaml, line 2: stage 'rotate', image 'gray.png': fill has 3 levels, but the image has 1"
                        + " channel; give one level, or one a channel",
                run(gray).failure(folder));
        Files.delete(gray);
        assertEquals(before, names());
    }

    @Test
    void aSheetThatIsThereIsReplacedByNothingButAWholeOne() throws IOException {
        Path old = Pictures.text(out, "old");
        assertEquals(3, run(folder.resolve("none.png")).exitCode());
        assertEquals("old", Files.readString(old));
        assertEquals(8 * 240 + 32, sheet(image).width());
        assertEquals(List.of("in.png", "new/sheet.png", "p.yaml"), names());
    }

    @Test
    void optionsThatMeanNothingAreRefused() {
        String help = " (see 'augstream preview --help')";
        out = image;
        assertEquals(
                "2 augstream: --out would replace IMAGE, DIR/in.png" + help,
                run(image).failure(folder));
        out = folder.resolve("sheet.jpg");
        assertEquals(
                "2 augstream: sheets are written as PNG, so --out must end in .png, got DIR/sheet.jpg" + help,
                run(image).failure(folder));
        out = folder;
        assertEquals(
                "2 augstream: --out must be a file name, but DIR is a folder" + help,
                run(image).failure(folder));
        out = folder.resolve("sheet.png");
        assertEquals(
                "2 augstream: IMAGE must be a file, but DIR is a folder" + help,
                run(folder).failure(folder));
        assertEquals(
                "2 augstream: --draws must be at least 1, got 0" + help,
                run(image, "--draws=0").failure(folder));
        assertEquals(
                "2 augstream: --draws must lie in [1, 100], got 101" + help,
                run(image, "--draws=101").failure(folder));
        assertEquals(
                "2 augstream: --size must lie in [32, 2048] pixels, got 31" + help,
                run(image, "--size=31").failure(folder));
        assertEquals("2 augstream: Missing required parameter: 'IMAGE'" + help, run().failure(folder));
    }
}
