package io.augstream.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.image.ResizeFilter;
import io.augstream.operation.Affine;
import io.augstream.operation.Axis;
import io.augstream.operation.Border;
import io.augstream.operation.Crop;
import io.augstream.operation.Fill;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Mirror;
import io.augstream.operation.Operation;
import io.augstream.operation.Pad;
import io.augstream.operation.Perspective;
import io.augstream.operation.Resize;
import io.augstream.operation.ResizedCrop;
import io.augstream.operation.Rotate;
import io.augstream.operation.RotateAndCrop;
import io.augstream.operation.Scale;
import io.augstream.operation.Shear;
import io.augstream.operation.Shift;
import io.augstream.random.CounterRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drawn moves and pipelines of them: one course against pixels, and against a walk from stage to stage. */
class CourseWalkTest {
    /** Of 1,000 drawn moves: a filled rectangle that stays inside the frame has the box of its moved mask. */
    @Test
    void theBoxOfAFilledRectangleInsideIsThatOfItsMask() {
        CounterRandom random = new CounterRandom(8);
        ImageSize size = new ImageSize(80, 70);
        int inside = 0;
        for (int i = 0; i < 1000; i++) {
            double a = 2 * random.nextDouble() - 1;
            double b = 2 * random.nextDouble() - 1;
            Operation move =
                    switch (i % 4) {
                        case 0 -> new Rotate(360 * a, Interpolation.BILINEAR, Border.CONSTANT, Fill.ZERO, b > 0);
                        case 1 -> new RotateAndCrop(360 * a, size, true, Interpolation.BILINEAR);
                        case 2 ->
                            new Affine(
                                    360 * a,
                                    20 * b,
                                    -10 * a,
                                    1 + 0.4 * b,
                                    1 + 0.3 * a,
                                    9.5 * b,
                                    -8.5 * a,
                                    Interpolation.BILINEAR,
                                    Border.CONSTANT,
                                    Fill.ZERO);
                        default -> new Shift((int) (20 * a), (int) (20 * b), Border.CONSTANT, Fill.ZERO);
                    };
            int left = 10 + random.nextInt(40);
            int top = 10 + random.nextInt(35);
            int width = 6 + random.nextInt(16);
            int height = 6 + random.nextInt(16);
            byte[] labels = new byte[size.width() * size.height()];
            for (int y = top; y < top + height; y++) {
                Arrays.fill(labels, y * size.width() + left, y * size.width() + left + width, (byte) 7);
            }
            Targets moved = CourseTest.course(size, List.of(move))
                    .move(Targets.NONE
                            .withMask(Image.of(size, 1, labels))
                            .withBoxes(List.of(new Box(left, top, left + width, top + height, "thing"))));
            Image mask = moved.mask().orElseThrow();
            if (moved.boxes().isEmpty() || cut(moved.boxes().get(0), mask.size())) {
                continue;
            }
            inside++;
            Box box = moved.boxes().get(0);
            Box painted = CourseTest.around(mask).get(0);
            String told = move + ": " + box + " around " + painted;
            assertEquals(painted.left(), box.left(), 1, told);
            assertEquals(painted.top(), box.top(), 1, told);
            assertEquals(painted.right(), box.right(), 1, told);
            assertEquals(painted.bottom(), box.bottom(), 1, told);
        }
        assertTrue(inside > 500, inside + " boxes stay inside");
    }

    private static boolean cut(Box box, ImageSize size) {
        return box.left() == 0 || box.top() == 0 || box.right() == size.width() || box.bottom() == size.height();
    }

    /** 2,000 pipelines of up to five moves: the course's one look-up against a walk from stage to stage. */
    @Test
    void masksAndPointsAreThoseOfAWalkFromStageToStage() {
        ImageSize size = new ImageSize(40, 30);
        int kept = 0;
        long compared = 0;
        long other = 0;
        int boxes = 0;
        for (int i = 0; i < 2000; i++) {
            List<Operation> operations = drawn(i);
            Image mask = halves(size, i);
            Keypoint point =
                    new Keypoint(39 * CounterRandom.uniformAt(20, i), 29 * CounterRandom.uniformAt(21, i), "point");
            double left = 35 * CounterRandom.uniformAt(22, i);
            double top = 25 * CounterRandom.uniformAt(23, i);
            Box box = new Box(left, top, left + 5, top + 5, "box");
            Targets at = Targets.NONE.withMask(mask).withKeypoints(List.of(point));
            Targets once = CourseTest.course(size, operations).move(at.withBoxes(List.of(box)));
            boxes += compareBox(box, size, operations, once.boxes());
            ImageSize current = size;
            for (Operation operation : operations) {
                at = CourseTest.course(current, List.of(operation)).move(at);
                current = operation.resultSize(current);
            }
            assertEquals(at.keypoints().size(), once.keypoints().size());
            if (!at.keypoints().isEmpty()) {
                kept++;
                assertEquals(at.keypoints().get(0).x(), once.keypoints().get(0).x(), 1e-3);
                assertEquals(at.keypoints().get(0).y(), once.keypoints().get(0).y(), 1e-3);
            }
            byte[] one = once.mask().orElseThrow().samples();
            byte[] many = at.mask().orElseThrow().samples();
            assertEquals(many.length, one.length);
            compared += one.length;
            // It is the walk that is wrong: it rounds to whole pixels at each look, each time by half of one.
            // Of two looks that is one pixel. WarpingTest holds the one look-up against the exact chain.
            long looks = operations.stream()
                    .filter(operation ->
                            !(operation instanceof Mirror || operation instanceof Shift || operation instanceof Crop))
                    .count();
            int reach = looks <= 2 ? 1 : 2;
            for (int p = 0; p < one.length; p++) {
                if (one[p] != many[p]) {
                    other++;
                    boolean near = atEdge(once.mask().orElseThrow(), p, reach)
                            || atEdge(at.mask().orElseThrow(), p, reach);
                    assertTrue(near, "pixel " + p + " is not at an edge: " + operations);
                }
            }
        }
        assertTrue(boxes > 300, boxes + " boxes are whole on their way");
        assertTrue(kept > 500, kept + " points are still seen");
        assertTrue(other < 0.02 * compared, other + " of " + compared + " labels differ, more than lie at an edge");
    }

    /**
     * A box whose corners no frame cuts off on their way is the one around them at the end.
     *
     * @return how many boxes that were: 1 or 0
     */
    private static int compareBox(Box box, ImageSize size, List<Operation> operations, List<Box> moved) {
        List<Keypoint> corners = new ArrayList<>();
        for (double x : new double[] {box.left(), box.right()}) {
            for (double y : new double[] {box.top(), box.bottom()}) {
                corners.add(new Keypoint(x - 0.5, y - 0.5, "corner"));
            }
        }
        corners = walked(corners, size, operations);
        boolean bent = operations.stream().anyMatch(operation -> operation instanceof Perspective);
        if (corners.size() < 4 || bent) {
            return 0;
        }
        Box whole = moved.get(0);
        DoubleSummaryStatistics x = corners.stream().mapToDouble(Keypoint::x).summaryStatistics();
        DoubleSummaryStatistics y = corners.stream().mapToDouble(Keypoint::y).summaryStatistics();
        assertEquals(x.getMin() + 0.5, whole.left(), 1e-3, operations.toString());
        assertEquals(x.getMax() + 0.5, whole.right(), 1e-3, operations.toString());
        assertEquals(y.getMin() + 0.5, whole.top(), 1e-3, operations.toString());
        assertEquals(y.getMax() + 0.5, whole.bottom(), 1e-3, operations.toString());
        return 1;
    }

    /**
     * Whatever frames have cut off on the way, in 1,000 of these pipelines: a box at the end is the one around its points that a walk has
     * kept, of 41 x 41.
     */
    @Test
    void aBoxIsTheOneAroundThoseOfItsPointsThatAreStillSeen() {
        ImageSize size = new ImageSize(40, 30);
        int cut = 0;
        for (int i = 0; i < 1000; i++) {
            List<Operation> operations = drawn(i);
            double left = 30 * CounterRandom.uniformAt(24, i);
            double top = 20 * CounterRandom.uniformAt(25, i);
            Box box = new Box(left, top, left + 10, top + 10, "box");
            List<Box> moved = CourseTest.course(size, operations)
                    .move(Targets.NONE.withBoxes(List.of(box)))
                    .boxes();
            List<Keypoint> points = walked(grid(box), size, operations);
            if (points.isEmpty()) {
                // Between points, a corner may be left.
                assertTrue(moved.stream().allMatch(rest -> Math.min(width(rest), height(rest)) < 1), moved.toString());
                continue;
            }
            cut += points.size() < 41 * 41 ? 1 : 0;
            Box whole = moved.get(0);
            DoubleSummaryStatistics x = points.stream().mapToDouble(Keypoint::x).summaryStatistics();
            DoubleSummaryStatistics y = points.stream().mapToDouble(Keypoint::y).summaryStatistics();
            // No point lies outside, and the box reaches farther by no more than points are apart.
            assertEquals(x.getMin() + 0.5, whole.left() + 0.5, 0.5 + 1e-6, operations.toString());
            assertEquals(x.getMax() + 0.5, whole.right() - 0.5, 0.5 + 1e-6, operations.toString());
            assertEquals(y.getMin() + 0.5, whole.top() + 0.5, 0.5 + 1e-6, operations.toString());
            assertEquals(y.getMax() + 0.5, whole.bottom() - 0.5, 0.5 + 1e-6, operations.toString());
        }
        assertTrue(cut > 300, cut + " boxes are cut");
    }

    private static double width(Box box) {
        return box.right() - box.left();
    }

    private static double height(Box box) {
        return box.bottom() - box.top();
    }

    private static List<Keypoint> grid(Box box) {
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < 41 * 41; i++) {
            double x = box.left() + width(box) * (i % 41) / 40;
            int row = i / 41;
            double y = box.top() + height(box) * row / 40;
            points.add(new Keypoint(x - 0.5, y - 0.5, "point"));
        }
        return points;
    }

    private static List<Keypoint> walked(List<Keypoint> points, ImageSize size, List<Operation> operations) {
        List<Keypoint> walked = points;
        ImageSize current = size;
        for (Operation operation : operations) {
            walked = CourseTest.course(current, List.of(operation))
                    .move(Targets.NONE.withKeypoints(walked))
                    .keypoints();
            current = operation.resultSize(current);
        }
        return walked;
    }

    /** Whether another label, or the end of the picture, is within {@code reach} pixels. */
    private static boolean atEdge(Image mask, int p, int reach) {
        int side = 2 * reach + 1;
        for (int neighbour = 0; neighbour < side * side; neighbour++) {
            int x = p % mask.width() + neighbour % side - reach;
            int y = p / mask.width() + neighbour / side - reach;
            if (x < 0
                    || y < 0
                    || x >= mask.width()
                    || y >= mask.height()
                    || mask.samples()[y * mask.width() + x] != mask.samples()[p]) {
                return true;
            }
        }
        return false;
    }

    private static List<Operation> drawn(int seed) {
        CounterRandom random = new CounterRandom(700 + seed);
        List<Operation> operations = new ArrayList<>();
        int count = 1 + (int) (5 * random.nextDouble());
        for (int i = 0; i < count; i++) {
            Border border = Border.values()[(int) (Border.values().length * random.nextDouble())];
            double a = 2 * random.nextDouble() - 1;
            double b = 2 * random.nextDouble() - 1;
            operations.add(
                    switch ((int) (12 * random.nextDouble())) {
                        case 0 -> new Rotate(180 * a, Interpolation.NEAREST, border, Fill.ZERO, b > 0.6);
                        case 1 -> new RotateAndCrop(45 * a, new ImageSize(40, 30), b > 0, Interpolation.NEAREST);
                        case 2 ->
                            new Affine(
                                    30 * a,
                                    20 * b,
                                    -20 * a,
                                    1.3,
                                    1,
                                    3 * a,
                                    2 * b,
                                    Interpolation.NEAREST,
                                    border,
                                    Fill.ZERO);
                        case 3 -> new Shift((int) (8 * a), (int) (8 * b), border, Fill.ZERO);
                        case 4 -> new Crop((int) (5 * a), (int) (5 * b), new ImageSize(38, 31), border, Fill.ZERO);
                        case 5 -> new Resize(new ImageSize(41, 33), ResizeFilter.NEAREST, true);
                        case 6 ->
                            new ResizedCrop(
                                    (int) (2 + 2 * a),
                                    (int) (2 + 2 * b),
                                    new ImageSize(30, 20),
                                    new ImageSize(40, 30),
                                    ResizeFilter.NEAREST,
                                    true);
                        case 7 -> new Pad(2, (int) (3 + 3 * a), (int) (3 + 3 * b), 1, border, Fill.ZERO);
                        case 8 -> new Scale(1 + 0.4 * a, Interpolation.NEAREST, border, Fill.ZERO);
                        case 9 ->
                            new Shear(
                                    30 * a,
                                    b > 0 ? Axis.VERTICAL : Axis.HORIZONTAL,
                                    Interpolation.NEAREST,
                                    border,
                                    Fill.ZERO);
                        case 10 -> CourseTest.bent(Interpolation.NEAREST, border);
                        default -> new Mirror(a > 0 ? Axis.HORIZONTAL : Axis.VERTICAL);
                    });
        }
        return operations;
    }

    private static Image halves(ImageSize size, int seed) {
        double slope = 2 * CounterRandom.uniformAt(30, seed) - 1;
        byte[] labels = new byte[size.width() * size.height()];
        for (int p = 0; p < labels.length; p++) {
            int x = p % size.width();
            int y = p / size.width();
            labels[p] = (byte) (y - 15 > slope * (x - 20) ? 1 : 2);
        }
        return Image.of(size, 1, labels);
    }
}
