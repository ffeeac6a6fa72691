package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.pixel.Scratch;
import io.augstream.random.CounterRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all point operations promise, alone and one after another. */
class PointSequenceTest {
    private static final List<PointOperation> ALL = List.of(
            new Brightness(1.3),
            new Contrast(1.7),
            new Saturation(0.4),
            new Hue(0.21),
            new Gamma(0.6),
            new Grayscale(),
            new Invert(),
            new Solarize(99.5),
            new Posterize(5),
            new Equalize(),
            new Autocontrast(),
            new AdjustColours(
                    0.8,
                    1.4,
                    1.6,
                    -0.1,
                    List.of(
                            AdjustColours.Step.HUE,
                            AdjustColours.Step.CONTRAST,
                            AdjustColours.Step.SATURATION,
                            AdjustColours.Step.BRIGHTNESS)));

    private static Image dull(int channels) {
        return new Brightness(0.6).apply(Picture.random(29, 23, channels));
    }

    private static byte[] changed(PixelChange change, Image image) {
        byte[] samples = image.samples().clone();
        change.change(samples, 0, image.width() * image.height());
        return samples;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void aSequenceGivesTheBytesOfItsOperationsInTurn(int channels) {
        Image image = dull(channels);
        CounterRandom random = new CounterRandom(5);
        for (int trial = 0; trial < 300; trial++) {
            List<PointOperation> operations = IntStream.range(0, trial % 6)
                    .mapToObj(i -> ALL.get((int) (random.nextDouble() * ALL.size())))
                    .toList();
            Image expected = image;
            for (PointOperation operation : operations) {
                expected = operation.apply(expected);
            }
            byte[] together = changed(PointSequence.prepare(operations, image, new Scratch()), image);
            assertArrayEquals(expected.samples(), together, operations.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void rowByRowGivesTheBytesOfTheWholePicture(int channels) {
        Image image = dull(channels);
        for (PointOperation operation : ALL) {
            PixelChange change = operation.prepare(image, new Scratch());
            byte[] rows = image.samples().clone();
            for (int y = image.height() - 1; y >= 0; y--) {
                change.change(rows, y * image.width() * channels, image.width());
            }
            assertArrayEquals(operation.apply(image).samples(), rows, operation.toString());
        }
    }

    @Test
    void levelOperationsInARowAreOneTable() {
        List<PointOperation> levels =
                ALL.stream().filter(LevelOperation.class::isInstance).toList();
        assertEquals(8, levels.size());
        assertInstanceOf(LevelTable.class, PointSequence.prepare(levels, dull(3), new Scratch()));
    }

    @Test
    void whatReadsNoSamplesIsPreparedAlikeForEveryPicture() {
        Image image = dull(3);
        Image black = Picture.constant(1, 1, 3, 0);
        for (PointOperation operation : ALL) {
            if (!operation.readsSamples()) {
                assertArrayEquals(
                        operation.apply(image).samples(),
                        changed(operation.prepare(black, new Scratch()), image),
                        operation.toString());
            }
        }
    }

    @Test
    void alphaStaysAndColoursAreThoseOfTheOpaqueTwin() {
        Image rgba = dull(4);
        byte[] colours = new byte[rgba.samples().length / 4 * 3];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = rgba.samples()[i / 3 * 4 + i % 3];
        }
        Image rgb = Image.of(rgba.size(), 3, colours);
        for (Operation operation : IntStream.rangeClosed(0, ALL.size())
                .mapToObj(i -> i < ALL.size() ? ALL.get(i) : new Sharpness(2))
                .toList()) {
            byte[] changed = operation.apply(rgba).samples();
            byte[] twin = operation.apply(rgb).samples();
            for (int i = 0; i < changed.length; i++) {
                byte expected = i % 4 == 3 ? rgba.samples()[i] : twin[i / 4 * 3 + i % 4];
                assertEquals(expected, changed[i], operation + " at sample " + i);
            }
        }
    }

    @Test
    void aGrayPictureInThreeChannelsIsChangedAsThatInOne() {
        Image gray = dull(1);
        byte[] three = new byte[gray.samples().length * 3];
        for (int i = 0; i < three.length; i++) {
            three[i] = gray.samples()[i / 3];
        }
        for (PointOperation operation : ALL) {
            byte[] one = operation.apply(gray).samples();
            byte[] colours = operation.apply(Image.of(gray.size(), 3, three)).samples();
            for (int i = 0; i < three.length; i++) {
                assertEquals(one[i / 3], colours[i], operation + " at sample " + i);
            }
        }
    }

    @Test
    void neutralStrengthsChangeNothing() {
        Image image = dull(3);
        List<AdjustColours.Step> order = List.of(AdjustColours.Step.values());
        for (Operation neutral : List.of(
                new Brightness(1),
                new Contrast(1),
                new Saturation(1),
                new Hue(0),
                new Gamma(1),
                new Sharpness(1),
                new Posterize(8),
                new AdjustColours(1, 1, 1, 0, order))) {
            assertArrayEquals(image.samples(), neutral.apply(image).samples(), neutral.toString());
        }
        assertTrue(!new AdjustColours(2, 1, 2, 0.1, order).readsSamples());
    }
}
