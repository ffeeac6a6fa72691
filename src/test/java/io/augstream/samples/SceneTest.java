package io.augstream.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.random.RandomKey;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class SceneTest {
    private static final int FINE = 400;

    /** Half of side times height; of a parallelogram side times height; π of the half axes. */
    @Test
    void shapesHaveTheAreasOfTheirFormulas() {
        for (double length : new double[] {0, 0.5, 1}) {
            for (double slant : new double[] {0, 0.3, 1}) {
                assertEquals(0.7 + 0.9 * length, area(SceneShape.Kind.TRIANGLE, length, slant), 0.02);
                assertEquals(4 * (0.4 + 0.4 * length), area(SceneShape.Kind.PARALLELOGRAM, length, slant), 0.03);
                assertEquals(Math.PI * (0.4 + 0.6 * length), area(SceneShape.Kind.ELLIPSE, length, slant), 0.02);
            }
        }
    }

    /** Away from edges, where grays are mixed. */
    @Test
    void everyShapeHasAGrayOfItsOwn() {
        for (int label = 0; label < Scene.CLASSES.size(); label++) {
            for (int index = 0; index < 20; index++) {
                int shapes = Scene.CLASSES.get(label).size();
                assertEquals(1 + shapes, grays(Scene.draw("train", index, label)), "class " + label + ", " + index);
            }
        }
    }

    /** Of a triangle and an ellipse; which one hides some of the other shows where they overlap. */
    @Test
    void eitherShapeMayBeInFrontAndHidesHalfAtMost() {
        Set<SceneShape.Kind> inFront = new TreeSet<>();
        for (int index = 0; index < 50; index++) {
            Scene.Placed placed = Scene.place("train", index, 5);
            inFront.add(placed.front().kind());
            assertEquals(
                    Set.of(SceneShape.Kind.TRIANGLE, SceneShape.Kind.ELLIPSE),
                    Set.of(placed.behind().kind(), placed.front().kind()));
            assertTrue(Scene.hidden(placed.behind(), placed.front()) <= 0.5);
        }
        assertEquals(2, inFront.size());
    }

    @Test
    void aShapeHidesAllOfItself() {
        SceneShape shape = new SceneShape(
                SceneShape.Kind.ELLIPSE, Scene.SIDE, RandomKey.of(1).random());

        assertEquals(1, Scene.hidden(shape, shape));
    }

    @Test
    void aPictureIsItsSplitsAndItsIndexs() {
        byte[] first = Scene.draw("train", 0, 4).samples();

        assertArrayEquals(first, Scene.draw("train", 0, 4).samples());
        assertTrue(differ(first, Scene.draw("train", 1, 4).samples()));
        assertTrue(differ(first, Scene.draw("test", 0, 4).samples()));
    }

    private static boolean differ(byte[] one, byte[] other) {
        return !Arrays.equals(one, other);
    }

    /** By counting squares. */
    private static double area(SceneShape.Kind kind, double length, double slant) {
        int inside = 0;
        for (int row = 0; row < FINE; row++) {
            for (int column = 0; column < FINE; column++) {
                double x = (column + 0.5) / FINE * 4 - 2;
                double y = (row + 0.5) / FINE * 4 - 2;
                inside += kind.contains(x, y, length, slant) ? 1 : 0;
            }
        }
        return inside * 16.0 / (FINE * FINE);
    }

    private static int grays(Image image) {
        Set<Integer> grays = new TreeSet<>();
        for (int y = 0; y + 1 < image.height(); y++) {
            for (int x = 0; x + 1 < image.width(); x++) {
                int gray = image.sample(x, y, 0);
                boolean even = gray == image.sample(x + 1, y, 0)
                        && gray == image.sample(x, y + 1, 0)
                        && gray == image.sample(x + 1, y + 1, 0);
                if (even) {
                    grays.add(gray);
                }
            }
        }
        return grays.size();
    }
}
