package io.augstream.targets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.image.ResizeFilter;
import io.augstream.operation.Affine;
import io.augstream.operation.Axis;
import io.augstream.operation.Border;
import io.augstream.operation.Corner;
import io.augstream.operation.Crop;
import io.augstream.operation.Elastic;
import io.augstream.operation.Fill;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Mirror;
import io.augstream.operation.Movement;
import io.augstream.operation.Operation;
import io.augstream.operation.Pad;
import io.augstream.operation.Perspective;
import io.augstream.operation.Pictures;
import io.augstream.operation.Place;
import io.augstream.operation.Resize;
import io.augstream.operation.ResizedCrop;
import io.augstream.operation.Rotate;
import io.augstream.operation.RotateAndCrop;
import io.augstream.operation.Scale;
import io.augstream.operation.Shear;
import io.augstream.operation.Shift;
import io.augstream.pixel.Scratch;
import io.augstream.random.CounterRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CourseTest {
    private static final ImageSize SIZE = new ImageSize(61, 47);

    private static final Operation BENT = bent(Interpolation.BILINEAR, Border.CONSTANT);

    static Operation bent(Interpolation interpolation, Border border) {
        return new Perspective(
                new Corner(0.05, 0.1),
                new Corner(0.92, 0.02),
                new Corner(0.97, 0.95),
                new Corner(0.12, 0.88),
                interpolation,
                border,
                Fill.ZERO);
    }

    private static Stream<Operation> operations() {
        Fill none = Fill.ZERO;
        return Stream.of(
                new Rotate(17, Interpolation.BILINEAR, Border.CONSTANT, none, false),
                new Rotate(-100, Interpolation.BILINEAR, Border.CONSTANT, none, true),
                new Rotate(90, Interpolation.BILINEAR, Border.CONSTANT, none, true),
                new RotateAndCrop(12, new ImageSize(80, 30), false, Interpolation.BILINEAR),
                new Affine(20, 15, -25, 1.2, 0.8, 3.25, -2.5, Interpolation.BILINEAR, Border.CONSTANT, none),
                new Shift(-4, 7, Border.CONSTANT, none),
                new Pad(3, 0, 5, 9, Border.CONSTANT, none),
                new Scale(0.8, Interpolation.BICUBIC, Border.CONSTANT, none),
                new Shear(-20, Axis.VERTICAL, Interpolation.BILINEAR, Border.CONSTANT, none),
                new Resize(new ImageSize(50, 90), ResizeFilter.BICUBIC, true),
                new ResizedCrop(2, 3, new ImageSize(58, 40), new ImageSize(64, 31), ResizeFilter.LANCZOS, true),
                BENT,
                new Crop(-3, 5, new ImageSize(70, 40), Border.CONSTANT, none),
                new Mirror(Axis.HORIZONTAL),
                new Mirror(Axis.VERTICAL),
                new Elastic(150, 15, Interpolation.BILINEAR, Border.CONSTANT, none, 5));
    }

    /** A round spot of light of three pixels' deviation keeps its centre, wherever it goes. */
    @ParameterizedTest
    @MethodSource("operations")
    void aPointGoesWhereASpotOfLightGoes(Operation operation) {
        for (int i = 0; i < 20; i++) {
            double x = 25 + 11 * CounterRandom.uniformAt(1, i);
            double y = 18 + 11 * CounterRandom.uniformAt(2, i);
            byte[] spot = new byte[SIZE.width() * SIZE.height()];
            for (int p = 0; p < spot.length; p++) {
                double dx = p % SIZE.width() - x;
                int row = p / SIZE.width();
                double dy = row - y;
                spot[p] = (byte) Math.round(250 * Math.exp(-(dx * dx + dy * dy) / 18));
            }
            Image moved = operation.apply(Image.of(SIZE, 1, spot));
            Keypoint point = course(SIZE, List.of(operation))
                    .move(Targets.NONE.withKeypoints(List.of(new Keypoint(x, y, "spot"))))
                    .keypoints()
                    .get(0);
            // A field that bends leaves the spot not quite round.
            double tolerance = operation instanceof Elastic ? 0.5 : 0.1;
            assertEquals(centre(moved, true), point.x(), tolerance, "x of " + x + ", " + y);
            assertEquals(centre(moved, false), point.y(), tolerance, "y of " + x + ", " + y);
        }
    }

    /** Within the frame that comes out, where it shows the picture. */
    @ParameterizedTest
    @MethodSource("operations")
    void backIsTheWayBackFromForth(Operation operation) {
        Movement movement = operation.movement(SIZE).orElseThrow();
        // A field is found by steps that end at a billionth.
        double tolerance = operation instanceof Elastic ? 1e-8 : 1e-9;
        int seen = 0;
        for (int i = 0; i < 500; i++) {
            Place source = new Place(60 * CounterRandom.uniformAt(40, i), 46 * CounterRandom.uniformAt(41, i));
            Place result = movement.forth(source);
            Place again = movement.back(result).orElseThrow();
            ImageSize frame = movement.result();
            boolean within = result.x() > -0.5
                    && result.x() < frame.width() - 0.5
                    && result.y() > -0.5
                    && result.y() < frame.height() - 0.5;
            if (within) {
                assertEquals(source.x(), again.x(), tolerance, operation.toString());
                assertEquals(source.y(), again.y(), tolerance, operation.toString());
                seen++;
            }
        }
        assertTrue(seen > 200, seen + " places are seen");
    }

    private static double centre(Image image, boolean alongX) {
        double sum = 0;
        double weights = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                sum += image.sample(x, y, 0) * (alongX ? x : y);
                weights += image.sample(x, y, 0);
            }
        }
        return sum / weights;
    }

    /** Through one stage a mask is the picture that the nearest pixels make. */
    @ParameterizedTest
    @EnumSource(Border.class)
    void aMaskIsLookedUpAsNearestPixelsAre(Border border) {
        Image mask = noise(SIZE, 1);
        Fill black = Fill.ZERO;
        for (Operation operation : List.of(
                new Rotate(31, Interpolation.NEAREST, border, black, true),
                new Affine(-20, 15, 10, 0.5, 1.4, 8.3, -2.5, Interpolation.NEAREST, border, black),
                new Shift(-4, 70, border, black),
                new Pad(30, 100, 5, 0, border, black),
                new Scale(0.3, Interpolation.NEAREST, border, black),
                new Shear(35, Axis.VERTICAL, Interpolation.NEAREST, border, black),
                new Resize(new ImageSize(50, 90), ResizeFilter.NEAREST, true),
                new ResizedCrop(2, 3, new ImageSize(50, 40), new ImageSize(99, 20), ResizeFilter.NEAREST, true),
                bent(Interpolation.NEAREST, border),
                new Perspective(
                        new Corner(0.4, 0.52),
                        new Corner(0.6, 0.52),
                        new Corner(1, 1),
                        new Corner(0, 1),
                        Interpolation.NEAREST,
                        border,
                        black),
                new Crop(-90, 5, new ImageSize(170, 60), border, black),
                new Elastic(200, 3, Interpolation.NEAREST, border, black, 5))) {
            Image moved = course(SIZE, List.of(operation))
                    .move(Targets.NONE.withMask(mask))
                    .mask()
                    .orElseThrow();
            Image expected = operation.apply(mask);
            assertEquals(expected.size(), moved.size());
            assertArrayEquals(expected.samples(), moved.samples(), operation.toString());
        }
    }

    /**
     * A painted rectangle, moved as a mask: what of it is seen lies in the moved box, and where no frame cuts off a tip that is thinner
     * than a pixel it touches its sides.
     */
    @ParameterizedTest
    @MethodSource("operations")
    void aBoxIsTheOneAroundItsPaintedRectangle(Operation operation) {
        int whole = 0;
        for (int i = 0; i < 40; i++) {
            int left = (int) (50 * CounterRandom.uniformAt(3, i));
            int top = (int) (36 * CounterRandom.uniformAt(4, i));
            int right = left + 4 + (int) ((SIZE.width() - left - 4) * CounterRandom.uniformAt(5, i));
            int bottom = top + 4 + (int) ((SIZE.height() - top - 4) * CounterRandom.uniformAt(6, i));
            byte[] labels = new byte[SIZE.width() * SIZE.height()];
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    labels[y * SIZE.width() + x] = 7;
                }
            }
            Targets moved = course(SIZE, List.of(operation))
                    .move(Targets.NONE
                            .withMask(Image.of(SIZE, 1, labels))
                            .withBoxes(List.of(new Box(left, top, right, bottom, "thing"))));
            List<Box> painted = around(moved.mask().orElseThrow());
            if (painted.isEmpty()) {
                continue;
            }
            Box expected = painted.get(0);
            Box box = moved.boxes().get(0);
            // Corners alone do not tell how far a bent side reaches.
            double tolerance = operation instanceof Elastic ? 3 : 1;
            String told = operation + " " + box + " around " + expected;
            assertTrue(box.left() <= expected.left() + tolerance, told);
            assertTrue(box.top() <= expected.top() + tolerance, told);
            assertTrue(box.right() >= expected.right() - tolerance, told);
            assertTrue(box.bottom() >= expected.bottom() - tolerance, told);
            boolean cut = box.left() == 0
                    || box.top() == 0
                    || box.right() == moved.mask().orElseThrow().width()
                    || box.bottom() == moved.mask().orElseThrow().height();
            if (!cut) {
                assertEquals(expected.left(), box.left(), tolerance, told);
                assertEquals(expected.top(), box.top(), tolerance, told);
                assertEquals(expected.right(), box.right(), tolerance, told);
                assertEquals(expected.bottom(), box.bottom(), tolerance, told);
                whole++;
            }
        }
        assertTrue(whole >= 10, whole + " boxes stay inside");
    }

    static List<Box> around(Image mask) {
        int left = mask.width();
        int top = mask.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.sample(x, y, 0) != 0) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return left < right ? List.of(new Box(left, top, right, bottom, "thing")) : List.of();
    }

    /** The left half is cut off, and black comes back in its place: of the box from 10 to 50 there are 20 columns left. */
    @Test
    void whatAFrameHasCutStaysCut() {
        ImageSize size = new ImageSize(60, 10);
        List<Operation> operations = List.of(
                new Crop(30, 0, new ImageSize(30, 10), Border.CONSTANT, Fill.ZERO),
                new Crop(-30, 0, size, Border.CONSTANT, Fill.ZERO));
        Targets targets = Targets.NONE
                .withBoxes(List.of(new Box(10, 0, 50, 10, "half"), new Box(2, 2, 20, 8, "gone")))
                .withKeypoints(List.of(new Keypoint(29, 5, "gone"), new Keypoint(30, 5, "kept")));
        Targets moved = course(size, operations).move(targets);
        assertEquals(List.of(new Box(30, 0, 50, 10, "half")), moved.boxes());
        assertEquals(List.of(new Keypoint(30, 5, "kept")), moved.keypoints());
        Targets strict = course(size, operations).move(targets.withLeastVisible(0.51));
        assertEquals(List.of(), strict.boxes(), "half of 40 columns is less than 51%");
        assertEquals(
                1,
                course(size, operations)
                        .move(targets.withLeastVisible(0.5))
                        .boxes()
                        .size());
    }

    /** Turned by 45 degrees, a square of 20 is 20 · √2 wide. */
    @Test
    void theBoxOfATurnedBoxIsAroundItsCorners() {
        Operation turn = new Rotate(45, Interpolation.BILINEAR, Border.CONSTANT, Fill.ZERO, false);
        Targets targets = Targets.NONE.withBoxes(List.of(new Box(40, 40, 60, 60, "square")));
        Box box = course(ImageSize.square(100), List.of(turn))
                .move(targets)
                .boxes()
                .get(0);
        double reach = 10 * Math.sqrt(2);
        assertEquals(50 - reach, box.left(), 1e-9);
        assertEquals(50 - reach, box.top(), 1e-9);
        assertEquals(50 + reach, box.right(), 1e-9);
        assertEquals(50 + reach, box.bottom(), 1e-9);
    }

    @Test
    void inAMirrorLeftBecomesRight() {
        Targets targets = Targets.NONE
                .withKeypoints(List.of(new Keypoint(1, 2, "left_eye"), new Keypoint(3, 4, "nose")))
                .withSides(List.of(List.of("left_eye", "right_eye")));
        Operation mirror = new Mirror(Axis.HORIZONTAL);
        Operation turn = new Rotate(180, Interpolation.BILINEAR, Border.CONSTANT, Fill.ZERO, false);
        ImageSize size = new ImageSize(10, 8);
        assertEquals(
                List.of(new Keypoint(8, 2, "right_eye"), new Keypoint(6, 4, "nose")),
                course(size, List.of(mirror)).move(targets).keypoints());
        assertEquals(
                List.of(new Keypoint(8, 5, "left_eye"), new Keypoint(6, 3, "nose")),
                course(size, List.of(turn)).move(targets).keypoints());
        assertEquals(
                targets.keypoints(),
                course(size, List.of(mirror, mirror)).move(targets).keypoints());
    }

    @Test
    void whatLiesOutsideByRoundingAloneLiesOnTheRim() {
        Targets targets = Targets.NONE.withKeypoints(List.of(new Keypoint(-0.5003, 3, "corner")));
        Course course = course(new ImageSize(10, 8), List.of(new Mirror(Axis.HORIZONTAL)));
        assertEquals(
                List.of(new Keypoint(9.5, 3, "corner")), course.move(targets).keypoints());
    }

    @Test
    void whatLiesOutsideOfTheImageIsRefused() {
        Course course = course(new ImageSize(10, 8), List.of(new Mirror(Axis.HORIZONTAL)));
        assertEquals(
                "mask must be of the image's size, 10x8, and is of 8x10",
                refused(course, Targets.NONE.withMask(noise(new ImageSize(8, 10), 1))));
        assertEquals(
                "mask must be an 8-bit image, whose samples are labels, and is 16-bit",
                refused(
                        course,
                        Targets.NONE.withMask(noise(new ImageSize(10, 8), 1).at(Depth.SIXTEEN_BIT))));
        assertEquals(
                "Box[left=2.0, top=3.0, right=10.5, bottom=8.0, label=cat] must lie within the image of 10x8, in x from 0 to 10"
                        + " and in y from 0 to 8",
                refused(course, Targets.NONE.withBoxes(List.of(new Box(2, 3, 10.5, 8, "cat")))));
        assertEquals(
                "Keypoint[x=2.0, y=7.6, name=nose] must lie within the image of 10x8, in x from -0.5 to 9.5 and in y from"
                        + " -0.5 to 7.5",
                refused(course, Targets.NONE.withKeypoints(List.of(new Keypoint(2, 7.6, "nose")))));
        assertThrows(IllegalArgumentException.class, () -> new Box(3, 3, 3, 4, "none"));
        assertThrows(IllegalArgumentException.class, () -> new Keypoint(Double.NaN, 3, "nose"));
        assertThrows(IllegalArgumentException.class, () -> new Box(3, 3, Double.NaN, 4, "none"));
        assertThrows(
                IllegalArgumentException.class,
                () -> course.move(Targets.NONE.withKeypoints(List.of(new Keypoint(Double.NaN, 2, "none")))));
        assertThrows(IllegalArgumentException.class, () -> Targets.NONE.withLeastVisible(1.5));
    }

    private static String refused(Course course, Targets targets) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> course.move(targets))
                .getMessage());
    }

    /** All places of a quarter turn of 44 x 55 pixels lie between two of them. */
    @ParameterizedTest
    @EnumSource(Border.class)
    void aMaskAndItsPictureTakeTheSameOfTwoPixelsThatAreAsNear(Border border) {
        ImageSize size = new ImageSize(44, 55);
        byte[] labels = new byte[44 * 55];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (1 + i % 251);
        }
        Image mask = Image.of(size, 1, labels);
        for (int degrees : new int[] {-90, 90, 180, 270}) {
            Operation turn = new Rotate(degrees, Interpolation.NEAREST, border, Fill.ZERO, false);
            assertArrayEquals(
                    turn.apply(mask).samples(), moved(mask, turn).samples(), border + " turned by " + degrees);
        }
    }

    /** Likewise behind another move, on both axes: 44 x 55 and 55 x 44. */
    @ParameterizedTest
    @EnumSource(Border.class)
    void aMaskAndItsPictureTakeTheSameOfTwoPixelsInARow(Border border) {
        for (ImageSize size : List.of(new ImageSize(44, 55), new ImageSize(55, 44), new ImageSize(31, 6))) {
            byte[] labels = new byte[size.width() * size.height()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = (byte) (1 + i % 251);
            }
            Image mask = Image.of(size, 1, labels);
            for (int i = 0; i < 100; i++) {
                List<Operation> moves = List.of(
                        new Shift(i % 13 - 6, i % 7 - 3, Border.values()[i % 5], Fill.ZERO),
                        new Rotate(i % 2 == 0 ? 90 : -90, Interpolation.NEAREST, border, Fill.ZERO, false));
                Image seen = Pictures.image(moves.get(0)
                        .warping(size, 1)
                        .orElseThrow()
                        .then(moves.get(1).warping(size, 1).orElseThrow())
                        .orElseThrow()
                        .rows(mask, new Scratch()));
                Image moved = course(size, moves)
                        .move(Targets.NONE.withMask(mask))
                        .mask()
                        .orElseThrow();
                assertArrayEquals(seen.samples(), moved.samples(), size + ": " + moves);
            }
        }
    }

    private static Image moved(Image mask, Operation operation) {
        return course(mask.size(), List.of(operation))
                .move(Targets.NONE.withMask(mask))
                .mask()
                .orElseThrow();
    }

    static Course course(ImageSize size, List<Operation> operations) {
        List<Movement> movements = new ArrayList<>();
        ImageSize current = size;
        for (Operation operation : operations) {
            movements.add(operation.movement(current).orElseThrow());
            current = operation.resultSize(current);
        }
        return new Course(size, movements);
    }

    private static Image noise(ImageSize size, int channels) {
        byte[] samples = new byte[size.width() * size.height() * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (1 + (CounterRandom.at(9, i) >>> 32) % 200);
        }
        return Image.of(size, channels, samples);
    }
}
