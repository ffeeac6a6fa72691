package io.augstream.samples;

import java.util.Locale;

/**
 * The ten classes of {@code samples/}: outlines within the unit circle. Each stays in its class when turned or mirrored, so
 * that augmentation never makes a label wrong.
 */
enum DrawnShape {
    ARROW {
        @Override
        boolean contains(double x, double y) {
            boolean head = x > 0.05 && x < 0.95 && Math.abs(y) < 0.85 * (0.95 - x) / 0.9;
            boolean shaft = x > -0.9 && x <= 0.05 && Math.abs(y) < 0.28;
            return head || shaft;
        }
    },
    CRESCENT {
        @Override
        boolean contains(double x, double y) {
            return square(x) + square(y) < square(0.95) && square(x - 0.5) + square(y) > square(0.75);
        }
    },
    CROSS {
        @Override
        boolean contains(double x, double y) {
            double longer = Math.max(Math.abs(x), Math.abs(y));
            double shorter = Math.min(Math.abs(x), Math.abs(y));
            return longer < 0.92 && shorter < 0.28;
        }
    },
    DISC {
        @Override
        boolean contains(double x, double y) {
            return square(x) + square(y) < square(0.85);
        }
    },
    HALF_DISC {
        @Override
        boolean contains(double x, double y) {
            return square(x + 0.35) + square(y) < square(0.95) && x > -0.35;
        }
    },
    HEART {
        @Override
        boolean contains(double x, double y) {
            double across = y * 1.3;
            double up = x * 1.3 + 0.1;
            double round = square(across) + square(up) - 1;
            return round * round * round < square(across) * up * up * up;
        }
    },
    RING {
        @Override
        boolean contains(double x, double y) {
            double radius = square(x) + square(y);
            return radius > square(0.5) && radius < square(0.92);
        }
    },
    SQUARE {
        @Override
        boolean contains(double x, double y) {
            return Math.max(Math.abs(x), Math.abs(y)) < 0.72;
        }
    },
    STAR {
        @Override
        boolean contains(double x, double y) {
            // Within the pentagram: inside at least four of its five edge lines.
            int inside = 0;
            for (int i = 0; i < 5; i++) {
                double angle = StrictMath.PI * (2 * i + 1) / 5;
                if (x * StrictMath.cos(angle) + y * StrictMath.sin(angle) < 0.31) {
                    inside++;
                }
            }
            return inside >= 4;
        }
    },
    TRIANGLE {
        @Override
        boolean contains(double x, double y) {
            for (int i = 0; i < 3; i++) {
                double angle = StrictMath.PI * (2 * i + 1) / 3;
                if (x * StrictMath.cos(angle) + y * StrictMath.sin(angle) > 0.5) {
                    return false;
                }
            }
            return true;
        }
    };

    /** Whether the point lies in the shape, in its own frame: x points to its tip, the unit circle encloses it. */
    abstract boolean contains(double x, double y);

    /** The class's folder. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double square(double value) {
        return value * value;
    }
}
