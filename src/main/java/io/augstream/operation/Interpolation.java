package io.augstream.operation;

/** How a level between pixel centres is made from the pixels around it. Pixel centres lie at whole numbers. */
public enum Interpolation {
    /** The pixel at ⌊x + ½⌋. */
    NEAREST(1) {
        @Override
        int weigh(double position, double[] weights) {
            weights[0] = 1;
            return (int) Math.floor(position + 0.5);
        }
    },
    /** Linear between the two neighbours along each axis. */
    BILINEAR(2) {
        @Override
        int weigh(double position, double[] weights) {
            double floor = Math.floor(position);
            double share = position - floor;
            weights[0] = 1 - share;
            weights[1] = share;
            return (int) floor;
        }
    },
    /** Cubic convolution over four neighbours along each axis (Keys 1981) with a = −0.75, as OpenCV and PyTorch. */
    BICUBIC(4) {
        @Override
        int weigh(double position, double[] weights) {
            double floor = Math.floor(position);
            double share = position - floor;
            weights[0] = beyondOne(1 + share);
            weights[1] = withinOne(share);
            weights[2] = withinOne(1 - share);
            weights[3] = beyondOne(2 - share);
            return (int) floor - 1;
        }
    };

    private static final double A = -0.75;

    /** Neighbours along one axis. */
    final int taps;

    Interpolation(int taps) {
        this.taps = taps;
    }

    /** Fills {@code weights[0 .. taps)} for {@code position} and gives the index of the first neighbour. */
    abstract int weigh(double position, double[] weights);

    private static double withinOne(double distance) {
        return ((A + 2) * distance - (A + 3)) * distance * distance + 1;
    }

    private static double beyondOne(double distance) {
        return ((A * distance - 5 * A) * distance + 8 * A) * distance - 4 * A;
    }
}
