package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Movement;
import io.augstream.operation.Operation;
import io.augstream.operation.Place;
import io.augstream.operation.Unchanged;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import io.augstream.random.CounterRandom;
import io.augstream.settings.Settings;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of stage in the catalog promises. */
class StageContractTest {
    private static final Set<String> MOVING = Set.of(
            "affine",
            "centre_crop",
            "crop",
            "elastic",
            "mirror",
            "pad",
            "perspective",
            "random_resized_crop",
            "resize",
            "rotate",
            "rotate_and_crop",
            "scale",
            "shear",
            "shift");
    private static final DrawKey KEY = new DrawKey(1, 2, "train/cat/1.png");

    /**
     * A stage as a pipeline file has it.
     *
     * @param random whether another key gives another result
     */
    record Subject(String kind, String settings, boolean random) {
        Pipeline with(String more) {
            return parsed(
                    "- " + kind + ": {" + settings + (settings.isEmpty() || more.isEmpty() ? "" : ", ") + more + "}");
        }

        Pipeline pipeline() {
            return with("");
        }
    }

    static List<Subject> subjects() {
        return List.of(
                new Subject("autocontrast", "", false),
                new Subject("brightness", "factor: [0.5, 1.5]", true),
                new Subject("colour_jitter", "brightness: [0.6, 1.4], contrast: [0.6, 1.4], hue: [-0.1, 0.1]", true),
                new Subject("colour_jitter", "saturation: [0.2, 2]", true),
                new Subject("contrast", "factor: [0.5, 1.5]", true),
                new Subject("contrast", "factor: 0", false),
                new Subject("equalize", "", false),
                new Subject("gamma", "gamma: [0.5, 2]", true),
                new Subject("grayscale", "", false),
                new Subject("hue", "shift: [-0.5, 0.5]", true),
                new Subject("invert", "", false),
                new Subject("jpeg", "quality: [5, 95]", true),
                new Subject("jpeg", "quality: 50", false),
                new Subject("posterize", "bits: 3", false),
                new Subject("saturation", "factor: [0, 2]", true),
                new Subject("sharpness", "factor: [0, 3]", true),
                new Subject("solarize", "threshold: [0, 255]", true),
                new Subject("affine", "degrees: [-40, 40], shear: [-20, 20], scale: [0.7, 1.4]", true),
                new Subject("affine", "aspect: [0.7, 1.3], pixels: [-4.5, 4], border: wrap, fill: 9", true),
                new Subject("affine", "shear: 20, interpolation: bicubic, border: reflect101", false),
                new Subject("affine", "shear: [-20, 20], shear_y: [-20, 20]", true),
                new Subject("affine", "shear_y: -20", false),
                new Subject("centre_crop", "size: 1", false),
                new Subject("centre_crop", "size: {width: 32, height: 40}, border: wrap", false),
                new Subject("crop", "padding: 4", true),
                new Subject("crop", "size: {width: 9, height: 7}, padding: 8, border: reflect101", true),
                new Subject("elastic", "alpha: 34, sigma: 4", true),
                new Subject(
                        "elastic", "alpha: [5, 30], sigma: [0, 3], border: symmetric, interpolation: nearest", true),
                new Subject("erase", "size: 9, fill: 7", true),
                new Subject("erase", "size: {width: 12, height: 3}", true),
                new Subject("mirror", "", false),
                new Subject("mirror", "axis: vertical", false),
                new Subject("pad", "pixels: 3, border: symmetric", false),
                new Subject("pad", "pixels: {left: 2, bottom: 5}, fill: 9", false),
                new Subject("pad", "size: 70", false),
                new Subject("perspective", "distortion: 0.5", true),
                new Subject("perspective", "distortion: [0.1, 1], border: reflect101, interpolation: nearest", true),
                new Subject("random_resized_crop", "interpolation: nearest", true),
                new Subject("random_resized_crop", "size: 90, scale: [0.3, 0.5], ratio: 1, antialias: false", true),
                new Subject("resize", "size: {width: 70, height: 50}", false),
                new Subject("resize", "size: 27, interpolation: nearest", false),
                new Subject("resize", "size: {width: 30, height: 21}, interpolation: area", false),
                new Subject("resize", "size: 70, interpolation: bicubic", false),
                new Subject("resize", "size: 18, interpolation: bilinear, antialias: false", false),
                new Subject("rotate", "degrees: [-40, 40]", true),
                new Subject("rotate", "degrees: [20, 60], interpolation: bicubic, border: wrap, expand: true", true),
                new Subject("rotate", "degrees: 17.3, border: symmetric, interpolation: nearest", false),
                new Subject("rotate_and_crop", "degrees: [-40, 40]", true),
                new Subject("rotate_and_crop", "degrees: [5, 90], size: {width: 9, height: 5}", true),
                new Subject("rotate_and_crop", "degrees: [5, 90], size: 8, keep_aspect: true", true),
                new Subject("scale", "factor: [0.7, 1.4]", true),
                new Subject("scale", "factor: 1.2, border: wrap, interpolation: nearest", false),
                new Subject("shear", "degrees: [-30, 30], border: reflect101", true),
                new Subject("shear", "degrees: 20, axis: vertical", false),
                new Subject("shift", "pixels: [-9, 9]", true),
                new Subject("shift", "pixels: 3, border: reflect101", false),
                new Subject("smooth", "sigma: [0.8, 2]", true),
                new Subject("smooth", "sigma: 1.5, border: constant", false),
                new Subject("smooth", "kernel_size: 5", false),
                new Subject("smooth", "kind: box, kernel_size: 3", false),
                new Subject("smooth", "kind: median, kernel_size: 3", false),
                new Subject("smooth", "kind: motion, length: 5, degrees: [0, 180]", true),
                new Subject("noise", "std: 0.1", true),
                new Subject("noise", "std: [0.1, 0.3], per_channel: false", true),
                new Subject("noise", "kind: salt_and_pepper, amount: 0.3, salt_share: 0.4", true),
                new Subject("noise", "kind: shot, scale: 0.1", true),
                new Subject("noise", "kind: speckle, std: 0.4", true),
                new Subject("noise", "kind: uniform, width: 0.4", true));
    }

    private static Pipeline parsed(String... items) {
        String yaml = "stages:\n  " + String.join("\n  ", items) + "\n";
        return Pipeline.from(Settings.parse(yaml, "test.yaml", Path.of("")));
    }

    static Image picture(int width, int height, int channels) {
        byte[] samples = new byte[width * height * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) CounterRandom.at(11, i);
        }
        return Image.of(new ImageSize(width, height), channels, samples);
    }

    @Test
    void everyKindOfTheCatalogIsHeldToTheContract() {
        Set<String> held = new TreeSet<>();
        subjects().forEach(subject -> held.add(subject.kind()));
        assertEquals(StageCatalog.kinds(), held);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void outputDiffersFromInput(Subject subject) {
        Image image = picture(33, 20, 3);
        assertFalse(Arrays.equals(
                image.samples(), subject.pipeline().apply(image, KEY).samples()));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void inputIsUntouched(Subject subject) {
        Image image = picture(33, 20, 4);
        byte[] before = image.samples().clone();
        Image output = subject.pipeline().apply(image, KEY);
        assertArrayEquals(before, image.samples());
        assertNotEquals(
                System.identityHashCode(image.samples()),
                System.identityHashCode(output.samples()),
                "shares its array");
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void sameKeyGivesTheSameBytesAlsoFromAnotherPipelineAndThread(Subject subject) {
        Image image = picture(33, 20, 3);
        byte[] expected = subject.pipeline().apply(image, KEY).samples();
        Stream.generate(() -> subject)
                .limit(8)
                .parallel()
                .map(Subject::pipeline)
                .forEach(other -> assertArrayEquals(
                        expected,
                        other.apply(image, new DrawKey(1, 2, "train/cat/1.png")).samples()));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void anotherSeedEpochOrSampleGivesOtherBytesWhereTheStageIsRandom(Subject subject) {
        Image image = picture(33, 20, 3);
        Set<List<Byte>> results = new HashSet<>();
        for (DrawKey key : List.of(
                KEY,
                new DrawKey(2, 2, "train/cat/1.png"),
                new DrawKey(1, 3, "train/cat/1.png"),
                new DrawKey(1, 2, "train/cat/2.png"))) {
            byte[] samples = subject.pipeline().apply(image, key).samples();
            results.add(java.util.stream.IntStream.range(0, samples.length)
                    .mapToObj(i -> samples[i])
                    .toList());
        }
        assertEquals(subject.random() ? 4 : 1, results.size());
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void neverAppliesWithChanceZero(Subject subject) {
        Image image = picture(33, 20, 3);
        Pipeline never = subject.with("p: 0");
        for (int epoch = 0; epoch < 50; epoch++) {
            DrawKey key = new DrawKey(1, epoch, "a");
            assertEquals(List.of(new Draw(subject.kind(), new Unchanged())), never.draw(image.size(), key));
            assertArrayEquals(image.samples(), never.apply(image, key).samples());
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void chanceAloneLeavesTheDrawnParametersAsTheyAre(Subject subject) {
        ImageSize size = new ImageSize(33, 20);
        int applied = 0;
        for (int epoch = 0; epoch < 400; epoch++) {
            DrawKey key = new DrawKey(1, epoch, "a");
            Operation sometimes = subject.with("p: 0.3").draw(size, key).get(0).operation();
            if (!sometimes.equals(new Unchanged())) {
                applied++;
                assertEquals(subject.pipeline().draw(size, key).get(0).operation(), sometimes);
            }
        }
        // Four standard errors of 400 draws at 0.3.
        assertEquals(120, applied, 4 * Math.sqrt(400 * 0.3 * 0.7));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void worksForEveryChannelCountAndSmallSizesAndTellsTheResultsSize(Subject subject) {
        for (int channels : new int[] {1, 3, 4}) {
            for (int[] size : new int[][] {{1, 1}, {1, 7}, {7, 1}, {2, 2}, {33, 20}}) {
                Image image = picture(size[0], size[1], channels);
                Draw draw = subject.pipeline().draw(image.size(), KEY).get(0);
                Image output = Pipeline.apply(List.of(draw), image);
                assertEquals(channels, output.channels());
                assertEquals(draw.operation().resultSize(image.size()), output.size(), draw + " of " + image);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void otherStagesDoNotChangeItsDraw(Subject subject) {
        ImageSize size = new ImageSize(33, 20);
        String own = "- " + subject.kind() + ": {name: own, " + subject.settings() + "}";
        Operation alone = parsed(own).draw(size, KEY).get(0).operation();
        // These keep the size, which a draw may depend on.
        String noise = "- noise: {name: first, std: 0.2}";
        String mirror = "- mirror: {name: last, p: 0.5}";
        assertEquals(alone, parsed(noise, own, mirror).draw(size, KEY).get(1).operation());
        assertEquals(alone, parsed(mirror, noise, own).draw(size, KEY).get(2).operation());
        assertEquals(
                alone, parsed(noise, own).only("own").draw(size, KEY).get(0).operation());
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void anotherNameDrawsAnew(Subject subject) {
        ImageSize size = new ImageSize(33, 20);
        Operation first = subject.with("name: a").draw(size, KEY).get(0).operation();
        Operation second = subject.with("name: b").draw(size, KEY).get(0).operation();
        assertEquals(subject.random(), !first.equals(second));
    }

    /**
     * Where an image rises by 4 levels a pixel to the right, or by 5 downwards, each sample tells where it comes from. Neighbours of
     * the edge blend with what is outside, and places that are not whole give levels that are rounded.
     */
    @ParameterizedTest
    @MethodSource("subjects")
    void masksBoxesAndPointsAreToldWherePixelsCameFrom(Subject subject) {
        ImageSize size = new ImageSize(61, 43);
        Operation operation = subject.pipeline().draw(size, KEY).get(0).operation();
        Optional<Movement> movement = operation.movement(size);
        assertEquals(movement.map(Movement::result).orElse(size), operation.resultSize(size));
        if (movement.isEmpty()) {
            assertEquals(false, MOVING.contains(subject.kind()), subject.toString());
            return;
        }
        Image across = operation.apply(slope(size, 4, 0));
        Image down = operation.apply(slope(size, 0, 5));
        // Half a pixel, where the nearest one is taken, or beyond the centres of a window's outermost ones; bicubic
        // with a of −0.75 bends a slope a little.
        double tolerance =
                subject.settings().contains("nearest") || subject.kind().equals("random_resized_crop")
                        ? 0.5
                        : subject.settings().contains("bicubic") ? 0.1 : 0;
        int seen = 0;
        for (int y = 0; y < across.height(); y++) {
            for (int x = 0; x < across.width(); x++) {
                Place place = movement.get().back(new Place(x, y)).orElse(new Place(0, 0));
                if (place.x() > 1 && place.x() < size.width() - 2 && place.y() > 1 && place.y() < size.height() - 2) {
                    seen++;
                    assertEquals(4 * place.x(), across.sample(x, y, 0), 4 * tolerance + 0.51, x + ", " + y);
                    assertEquals(5 * place.y(), down.sample(x, y, 0), 5 * tolerance + 0.51, x + ", " + y);
                }
            }
        }
        assertEquals(true, seen > across.width() * across.height() / 3, seen + " pixels were held against it");
    }

    private static Image slope(ImageSize size, int right, int down) {
        byte[] samples = new byte[size.width() * size.height()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (right * (i % size.width()) + down * (i / size.width()));
        }
        return Image.of(size, 1, samples);
    }

    /** A label target follows by staying as it is: no operation can see or give one, for it takes and gives pixels and places alone. */
    @Test
    void noOperationSeesALabel() {
        Set<Class<?>> taken = Set.of(Image.class, ImageSize.class, Rows.class, Scratch.class, int.class);
        for (Method method : Operation.class.getMethods()) {
            assertEquals(true, taken.containsAll(List.of(method.getParameterTypes())), method.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aDrawPrintsAllItsChoices(Subject subject) {
        Draw draw = subject.pipeline().draw(new ImageSize(33, 20), KEY).get(0);
        int components = draw.operation().getClass().getRecordComponents().length;
        assertEquals(2 + components, draw.describe().size(), draw.describe().toString());
        assertEquals(subject.kind(), draw.describe().get("stage"));
    }
}
