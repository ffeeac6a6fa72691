package io.augstream.samples;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;

/**
 * A 32×32 RGB picture of one shape: somewhere near the middle, at any angle, in any colour, on a shaded ground, with a
 * stroke across as a distraction. A pure function of split, class and index.
 */
final class DrawnPicture {
    static final int SIDE = 32;

    /** Sub-samples a pixel and axis, against stair steps. */
    private static final int FINENESS = 4;

    private final DrawnShape shape;
    private final double centreX;
    private final double centreY;
    private final double radius;
    private final double cosine;
    private final double sine;
    private final double strokeCosine;
    private final double strokeSine;
    private final double strokeOffset;
    private final double strokeWidth;
    private final double[] ink;
    private final double[] stroke;
    private final double[] ground;
    private final double[] slopeX;
    private final double[] slopeY;

    private DrawnPicture(DrawnShape shape, CounterRandom random) {
        this.shape = shape;
        centreX = SIDE / 2.0 + between(random, -2, 2);
        centreY = SIDE / 2.0 + between(random, -2, 2);
        radius = between(random, 9, 13);
        double angle = between(random, 0, 2 * StrictMath.PI);
        cosine = StrictMath.cos(angle);
        sine = StrictMath.sin(angle);
        double strokeAngle = between(random, 0, 2 * StrictMath.PI);
        strokeCosine = StrictMath.cos(strokeAngle);
        strokeSine = StrictMath.sin(strokeAngle);
        strokeOffset = between(random, -8, 8);
        strokeWidth = between(random, 0.4, 1.0);
        ground = colour(random, 20, 100);
        ink = colour(random, 150, 235);
        stroke = colour(random, 60, 160);
        slopeX = slope(random);
        slopeY = slope(random);
    }

    /** @param split {@code train} or {@code test} */
    static Image draw(String split, DrawnShape shape, int index) {
        CounterRandom random =
                RandomKey.of(2026).with(split).with(shape.folder()).with(index).random();
        return new DrawnPicture(shape, random).render();
    }

    private Image render() {
        byte[] samples = new byte[SIDE * SIDE * 3];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double shapeShare = 0;
                double strokeShare = 0;
                for (double subY = 0.5; subY < FINENESS; subY++) {
                    for (double subX = 0.5; subX < FINENESS; subX++) {
                        double px = x + subX / FINENESS - centreX;
                        double py = y + subY / FINENESS - centreY;
                        if (inStroke(px, py)) {
                            strokeShare++;
                        } else if (inShape(px, py)) {
                            shapeShare++;
                        }
                    }
                }
                shapeShare /= FINENESS * FINENESS;
                strokeShare /= FINENESS * FINENESS;
                for (int c = 0; c < 3; c++) {
                    double shaded = ground[c] + slopeX[c] * (x - SIDE / 2) + slopeY[c] * (y - SIDE / 2);
                    double value =
                            shaded * (1 - shapeShare - strokeShare) + ink[c] * shapeShare + stroke[c] * strokeShare;
                    samples[(y * SIDE + x) * 3 + c] = (byte) Math.max(0, Math.min(255, Math.round(value)));
                }
            }
        }
        return Image.of(ImageSize.square(SIDE), 3, samples);
    }

    private boolean inShape(double x, double y) {
        return shape.contains((x * cosine + y * sine) / radius, (y * cosine - x * sine) / radius);
    }

    private boolean inStroke(double x, double y) {
        return Math.abs(x * strokeCosine + y * strokeSine - strokeOffset) < strokeWidth;
    }

    private static double between(CounterRandom random, double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    private static double[] colour(CounterRandom random, int low, int high) {
        return new double[] {random.nextInt(low, high), random.nextInt(low, high), random.nextInt(low, high)};
    }

    /** Levels a pixel; whole numbers, which PNG packs well. */
    private static double[] slope(CounterRandom random) {
        return new double[] {random.nextInt(-2, 3), random.nextInt(-2, 3), random.nextInt(-2, 3)};
    }
}
