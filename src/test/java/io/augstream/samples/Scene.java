package io.augstream.samples;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A gray 32×32 picture of one or two shapes after Shapeset-3×2 (Glorot and Bengio 2010, section 2.1): triangles, parallelograms and
 * ellipses of any size, angle, place and gray. The one in front hides at most half of the other. Which two there are makes the
 * class, and not which of them is in front. A pure function of split and index.
 */
final class Scene {
    static final int SIDE = 32;

    /** Sub-samples a pixel and axis, against stair steps. */
    private static final int FINENESS = 4;

    private static final double MOST_HIDDEN = 0.5;

    /** Levels by which the gray of a shape at least differs from what lies behind it. */
    private static final int LEAST_CONTRAST = 40;

    /** One shape of each kind alone, then each pair of kinds. */
    static final List<List<SceneShape.Kind>> CLASSES = List.of(
            List.of(SceneShape.Kind.TRIANGLE),
            List.of(SceneShape.Kind.PARALLELOGRAM),
            List.of(SceneShape.Kind.ELLIPSE),
            List.of(SceneShape.Kind.TRIANGLE, SceneShape.Kind.TRIANGLE),
            List.of(SceneShape.Kind.TRIANGLE, SceneShape.Kind.PARALLELOGRAM),
            List.of(SceneShape.Kind.TRIANGLE, SceneShape.Kind.ELLIPSE),
            List.of(SceneShape.Kind.PARALLELOGRAM, SceneShape.Kind.PARALLELOGRAM),
            List.of(SceneShape.Kind.PARALLELOGRAM, SceneShape.Kind.ELLIPSE),
            List.of(SceneShape.Kind.ELLIPSE, SceneShape.Kind.ELLIPSE));

    private Scene() {}

    /** Of a scene of one shape that is both behind and in front. */
    record Placed(int ground, SceneShape behind, int behindGray, SceneShape front, int frontGray) {}

    /** @param label the class, which may be of a split's images as one likes */
    static Image draw(String split, int index, int label) {
        return render(place(split, index, label));
    }

    static Placed place(String split, int index, int label) {
        CounterRandom random =
                RandomKey.of(2010).with(split).with(label).with(index).random();
        List<SceneShape.Kind> kinds = new ArrayList<>(CLASSES.get(label));
        if (random.nextBoolean()) {
            Collections.reverse(kinds);
        }
        int ground = gray(random);
        SceneShape behind = new SceneShape(kinds.get(0), SIDE, random);
        int behindGray = unlike(random, ground, ground);
        if (kinds.size() == 1) {
            return new Placed(ground, behind, behindGray, behind, behindGray);
        }
        SceneShape front = new SceneShape(kinds.get(1), SIDE, random);
        while (hidden(behind, front) > MOST_HIDDEN) {
            front = new SceneShape(kinds.get(1), SIDE, random);
        }
        return new Placed(ground, behind, behindGray, front, unlike(random, ground, behindGray));
    }

    /** The share of the one behind that the other covers. */
    static double hidden(SceneShape behind, SceneShape front) {
        int all = 0;
        int covered = 0;
        for (double y = 0.5; y < SIDE; y++) {
            for (double x = 0.5; x < SIDE; x++) {
                if (behind.contains(x, y)) {
                    all++;
                    covered += front.contains(x, y) ? 1 : 0;
                }
            }
        }
        return (double) covered / all;
    }

    private static Image render(Placed scene) {
        byte[] samples = new byte[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int sum = 0;
                for (double y = row + 0.5 / FINENESS; y < row + 1; y += 1.0 / FINENESS) {
                    for (double x = column + 0.5 / FINENESS; x < column + 1; x += 1.0 / FINENESS) {
                        sum += grayAt(scene, x, y);
                    }
                }
                samples[row * SIDE + column] = (byte) Math.round((double) sum / (FINENESS * FINENESS));
            }
        }
        return Image.of(ImageSize.square(SIDE), 1, samples);
    }

    private static int grayAt(Placed scene, double x, double y) {
        if (scene.front().contains(x, y)) {
            return scene.frontGray();
        }
        return scene.behind().contains(x, y) ? scene.behindGray() : scene.ground();
    }

    private static int gray(CounterRandom random) {
        return random.nextInt(0, 256);
    }

    private static int unlike(CounterRandom random, int one, int other) {
        int gray = gray(random);
        while (Math.abs(gray - one) < LEAST_CONTRAST || Math.abs(gray - other) < LEAST_CONTRAST) {
            gray = gray(random);
        }
        return gray;
    }
}
