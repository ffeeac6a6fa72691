package io.augstream.samples;

import io.augstream.random.CounterRandom;

/** A filled outline on the plane: one of the three of Shapeset, with a size, angles and a place of its own. */
final class SceneShape {
    /** The three of Shapeset, each drawn by two numbers in [0, 1). */
    enum Kind {
        /** Of side 2 and height 0.7 to 1.6, with its apex somewhere above the middle half of that side. */
        TRIANGLE {
            @Override
            boolean contains(double x, double y, double length, double slant) {
                double height = 0.7 + 0.9 * length;
                double apex = slant - 0.5;
                double up = (y + height / 3) / height;
                return up > 0 && up < 1 && x > -1 + (apex + 1) * up && x < 1 + (apex - 1) * up;
            }
        },
        /** Of sides 2 and 0.8 to 1.6, with an angle of 45° to 90° between. */
        PARALLELOGRAM {
            @Override
            boolean contains(double x, double y, double length, double slant) {
                double height = 0.4 + 0.4 * length;
                return Math.abs(y) < height && Math.abs(x - slant * y) < 1;
            }
        },
        /** Of half axes 1 and 0.4 to 1. */
        ELLIPSE {
            @Override
            boolean contains(double x, double y, double length, double slant) {
                double across = y / (0.4 + 0.6 * length);
                return x * x + across * across < 1;
            }
        };

        abstract boolean contains(double x, double y, double length, double slant);
    }

    private final Kind kind;
    private final double length;
    private final double slant;
    private final double centreX;
    private final double centreY;
    private final double cosine;
    private final double sine;

    /** @param side of the square picture that the shape's middle lies in, in pixels */
    SceneShape(Kind kind, double side, CounterRandom random) {
        this.kind = kind;
        length = random.nextDouble();
        slant = random.nextDouble();
        double radius = side * (0.15 + 0.15 * random.nextDouble());
        double angle = 2 * StrictMath.PI * random.nextDouble();
        cosine = StrictMath.cos(angle) / radius;
        sine = StrictMath.sin(angle) / radius;
        centreX = radius + (side - 2 * radius) * random.nextDouble();
        centreY = radius + (side - 2 * radius) * random.nextDouble();
    }

    Kind kind() {
        return kind;
    }

    boolean contains(double x, double y) {
        double right = x - centreX;
        double down = y - centreY;
        return kind.contains(right * cosine + down * sine, down * cosine - right * sine, length, slant);
    }
}
