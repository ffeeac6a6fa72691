package io.augstream.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import io.augstream.random.CounterRandom;
import io.augstream.settings.Settings;
import io.augstream.targets.Box;
import io.augstream.targets.Keypoint;
import io.augstream.targets.Targets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is to be seen where on a sheet. */
class ContactSheetTest {
    /** Where the first row's pictures begin, and how far columns of {@link #SIDE} lie apart. */
    private static final int LEFT = 24;

    private static final int TOP = 24 + 22 + 10 + 22 + 5;
    private static final int SIDE = 160;
    private static final int COLUMN = SIDE + 16;

    private static Pipeline parsed(String stages) {
        return Pipeline.from(Settings.parse("stages: [" + stages + "]", "p.yaml", Path.of("")));
    }

    private static Image picture(int width, int height, int channels) {
        byte[] samples = new byte[width * height * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) CounterRandom.at(11, i);
        }
        return Image.of(new ImageSize(width, height), channels, samples);
    }

    private static Image sheet(Pipeline pipeline, Subject... subjects) {
        return new ContactSheet(3, 5, SIDE).of(pipeline, List.of(subjects));
    }

    private static Subject plain(Image image) {
        return new Subject("a.png", image, Targets.NONE);
    }

    private static List<Integer> colour(Image image, int x, int y) {
        return List.of(image.sample(x, y, 0), image.sample(x, y, 1), image.sample(x, y, 2));
    }

    private static boolean isBlank(Image sheet, int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                if (!colour(sheet, x, y).equals(List.of(255, 255, 255))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void assertShows(Image picture, int factor, Image sheet, int left) {
        for (int y = 0; y < picture.height() * factor; y++) {
            for (int x = 0; x < picture.width() * factor; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int expected = picture.sample(x / factor, y / factor, picture.channels() == 1 ? 0 : channel);
                    assertEquals(expected, sheet.sample(left + x, TOP + y, channel), x + ", " + y);
                }
            }
        }
    }

    @Test
    void theOriginalAndTheDrawsOfTheFirstEpochsStandBesideEachOtherEnlargedByWholeFactors() {
        Pipeline pipeline = parsed("{rotate: {degrees: [-90, 90]}}, {noise: {std: 0.2}}");
        for (int channels : new int[] {1, 3}) {
            Image image = picture(32, 28, channels);
            Image sheet = sheet(pipeline, plain(image));
            assertEquals(2 * LEFT + 4 * COLUMN - 16, sheet.width());
            assertShows(image, 5, sheet, LEFT);
            for (int epoch = 0; epoch < 3; epoch++) {
                Image drawn = pipeline.apply(image, new DrawKey(5, epoch, "a.png"));
                assertShows(drawn, 5, sheet, LEFT + (epoch + 1) * COLUMN);
            }
        }
    }

    @Test
    void captionsStandBelowTheDrawsAndNotBelowTheOriginal() {
        Image sheet = sheet(parsed("{rotate: {degrees: 10}}"), plain(picture(32, 32, 3)));
        int captions = TOP + SIDE + 10;
        assertEquals(captions + 22 + LEFT, sheet.height());
        assertTrue(isBlank(sheet, LEFT, captions, SIDE, 22));
        for (int column = 1; column <= 3; column++) {
            assertEquals(false, isBlank(sheet, LEFT + column * COLUMN, captions, SIDE, 18));
            // Nothing runs into the next column.
            assertTrue(isBlank(sheet, LEFT + column * COLUMN - 15, captions, 15, 22));
        }
    }

    @Test
    void theCaptionSaysUnchangedWhereNothingApplies() {
        Image sheet = sheet(parsed("{mirror: {p: 0}}"), plain(picture(32, 32, 3)));
        Paper expected = new Paper(new ImageSize(SIDE, 22), Colour.WHITE);
        Lettering.LARGE.write(expected, 0, 0, "unchanged", Colour.INK);
        for (int y = 0; y < 22; y++) {
            for (int x = 0; x < SIDE; x++) {
                assertEquals(colour(expected.image(), x, y), colour(sheet, LEFT + COLUMN + x, TOP + SIDE + 10 + y));
            }
        }
    }

    @Test
    void aLargePictureIsShrunkAndKeepsItsShape() {
        byte[] green = new byte[800 * 400 * 3];
        for (int i = 1; i < green.length; i += 3) {
            green[i] = (byte) 200;
        }
        Image sheet = sheet(parsed(""), plain(Image.of(new ImageSize(800, 400), 3, green)));
        assertEquals(List.of(0, 200, 0), colour(sheet, LEFT, TOP));
        assertEquals(List.of(0, 200, 0), colour(sheet, LEFT + SIDE - 1, TOP + SIDE / 2 - 1));
        assertEquals(TOP + SIDE / 2 + 10 + 22 + LEFT, sheet.height());
    }

    @Test
    void aBoxIsFramedWhereItIsAndMovesWithTheMirror() {
        Targets targets = Targets.NONE.withBoxes(List.of(new Box(4, 8, 12, 20, "")));
        Image sheet = sheet(
                parsed("mirror"), new Subject("a.png", Image.of(new ImageSize(32, 32), 1, new byte[1024]), targets));
        List<Integer> line = List.of(0xe6, 0x9f, 0x00);
        List<Integer> black = List.of(0, 0, 0);
        for (int[] box : new int[][] {{LEFT + 20, LEFT + 60}, {LEFT + COLUMN + 100, LEFT + COLUMN + 140}}) {
            assertEquals(line, colour(sheet, box[0], TOP + 40));
            assertEquals(line, colour(sheet, box[1] - 1, TOP + 99));
            assertEquals(black, colour(sheet, box[0] - 1, TOP + 40));
            assertEquals(black, colour(sheet, box[1], TOP + 99));
            assertEquals(black, colour(sheet, box[0] + 10, TOP + 50));
        }
    }

    @Test
    void pointsThatChangePlacesInAMirrorChangeColours() {
        Targets targets = Targets.NONE
                .withKeypoints(List.of(new Keypoint(7, 15, "left"), new Keypoint(24, 15, "right")))
                .withSides(List.of(List.of("left", "right")));
        Image sheet = sheet(
                parsed("mirror"), new Subject("a.png", Image.of(new ImageSize(32, 32), 1, new byte[1024]), targets));
        List<Integer> left = List.of(0xe6, 0x9f, 0x00);
        List<Integer> right = List.of(0x00, 0x9e, 0x73);
        // The pixel's middle, enlarged five times.
        int y = TOP + 77;
        assertEquals(left, colour(sheet, LEFT + 37, y));
        assertEquals(right, colour(sheet, LEFT + 122, y));
        // 24 is at 7 then, and is now the left one.
        assertEquals(left, colour(sheet, LEFT + COLUMN + 37, y));
        assertEquals(right, colour(sheet, LEFT + COLUMN + 122, y));
        // The legend.
        int captions = TOP + SIDE + 10;
        assertEquals(left, colour(sheet, LEFT + 6, captions + 7));
        assertEquals(right, colour(sheet, LEFT + 6, captions + 22 + 7));
    }

    @Test
    void aMaskIsSeenThroughAndHasARim() {
        byte[] labels = new byte[1024];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 32 < 16 ? 1 : 0);
        }
        Targets targets = Targets.NONE.withMask(Image.of(new ImageSize(32, 32), 1, labels));
        Image sheet = sheet(
                parsed("mirror"), new Subject("a.png", Image.of(new ImageSize(32, 32), 1, new byte[1024]), targets));
        List<Integer> tinted = List.of((0xe6 * 115 + 127) / 255, (0x9f * 115 + 127) / 255, 0);
        assertEquals(tinted, colour(sheet, LEFT + 40, TOP + 40));
        assertEquals(List.of(0xe6, 0x9f, 0), colour(sheet, LEFT + 79, TOP + 40));
        assertEquals(List.of(0, 0, 0), colour(sheet, LEFT + 80, TOP + 40));
        assertEquals(List.of(0, 0, 0), colour(sheet, LEFT + COLUMN + 40, TOP + 40));
        assertEquals(tinted, colour(sheet, LEFT + COLUMN + 120, TOP + 40));
    }

    @Test
    void theSameSheetHasTheSamePixels() {
        Subject subject = plain(picture(300, 200, 4));
        Pipeline pipeline = parsed("rand_augment, {crop: {size: 90}}");
        assertArrayEquals(
                sheet(pipeline, subject).samples(), sheet(pipeline, subject).samples());
    }

    @Test
    void targetsThatDoNotFitAndSheetsThatAreTooLargeAreRefused() {
        Image image = picture(32, 32, 3);
        String outside = assertThrows(
                        IllegalArgumentException.class,
                        () -> new Subject("a", image, Targets.NONE.withBoxes(List.of(new Box(0, 0, 33, 9, "b")))))
                .getMessage();
        assertTrue(String.valueOf(outside).contains("must lie within the image of 32x32"), outside);
        Subject tall = plain(picture(1, 2000, 1));
        List<Subject> many = java.util.Collections.nCopies(40, tall);
        String large = assertThrows(IllegalArgumentException.class, () -> {
                    Image unused = new ContactSheet(7, 0, 2048).of(Pipeline.none(), many);
                })
                .getMessage();
        assertTrue(String.valueOf(large).contains("more than the limit of 268435456 pixels"), large);
    }
}
