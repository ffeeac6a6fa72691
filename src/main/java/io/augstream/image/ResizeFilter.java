package io.augstream.image;

/**
 * How a level between pixel centres is made when a picture's size changes, each axis on its own. Where the picture shrinks, a
 * smoothing filter ({@link #BILINEAR}, {@link #BICUBIC}, {@link #LANCZOS}) reaches as much farther as the picture is smaller, so that
 * every pixel of the source counts, unless {@code antialias} is off. This is Pillow's {@code resize}, and torchvision's.
 *
 * <p>With {@code antialias} a filter that reaches beyond the edge leaves out what is not there, and the rest counts for it, as in
 * Pillow; without, pixels of the edge stand for it, as in OpenCV and PyTorch.
 */
public enum ResizeFilter {
    /** The pixel in which the centre lies, ⌊(i + ½) · w / W⌋: Pillow's, PyTorch's {@code nearest-exact}. */
    NEAREST(0.5) {
        @Override
        double stretch(double shrinkage, boolean antialias) {
            return 1;
        }

        @Override
        double weight(double distance, double stretch, boolean antialias) {
            return distance > -0.5 && distance <= 0.5 ? 1 : 0;
        }
    },
    /** A triangle of one pixel either way. */
    BILINEAR(1) {
        @Override
        double weight(double distance, double stretch, boolean antialias) {
            return Math.max(0, 1 - Math.abs(distance / stretch));
        }
    },
    /** The exact mean of what the pixel covers, shares of pixels too: OpenCV's {@code INTER_AREA} where the picture shrinks. */
    AREA(0.5) {
        @Override
        double stretch(double shrinkage, boolean antialias) {
            return shrinkage;
        }

        @Override
        double weight(double distance, double stretch, boolean antialias) {
            return Math.max(0, Math.min(distance + 0.5, stretch / 2) - Math.max(distance - 0.5, -stretch / 2));
        }
    },
    /**
     * Cubic convolution (Keys 1981) of two pixels either way, with a = −0.5 as Pillow's and PyTorch's antialiased one, and with a =
     * −0.75 without {@code antialias} as OpenCV's and PyTorch's.
     */
    BICUBIC(2) {
        @Override
        double weight(double distance, double stretch, boolean antialias) {
            double a = antialias ? -0.5 : -0.75;
            double x = Math.abs(distance / stretch);
            if (x < 1) {
                return ((a + 2) * x - (a + 3)) * x * x + 1;
            }
            return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0;
        }
    },
    /** sinc(x) · sinc(x / 3), three pixels either way: Pillow's {@code LANCZOS}. */
    LANCZOS(3) {
        @Override
        double weight(double distance, double stretch, boolean antialias) {
            double x = distance / stretch;
            return Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0;
        }
    };

    /** In pixels of the source where the filter is not stretched. */
    final double radius;

    ResizeFilter(double radius) {
        this.radius = radius;
    }

    /**
     * How many times farther than {@link #radius} the filter reaches.
     *
     * @param shrinkage pixels of the source for one of the result
     */
    double stretch(double shrinkage, boolean antialias) {
        return antialias ? Math.max(1, shrinkage) : 1;
    }

    /**
     * What a pixel counts, before weights are made to add up to 1.
     *
     * @param distance from the place looked at to the pixel's centre, in pixels of the source
     */
    abstract double weight(double distance, double stretch, boolean antialias);

    private static double sinc(double x) {
        return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
    }
}
