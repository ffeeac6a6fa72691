package io.augstream.operation;

import io.augstream.image.ImageSize;
import java.util.Optional;

/**
 * What stands outside the picture. Drawn for a row {@code abcd}:
 *
 * <pre>
 * CONSTANT     ffff|abcd|ffff   one fill level
 * REPLICATE    aaaa|abcd|dddd   the nearest edge pixel
 * REFLECT101   ..cb|abcd|cb..   mirrored, the edge pixel not repeated (SciPy "mirror", torchvision "reflect")
 * SYMMETRIC    dcba|abcd|dcba   mirrored, the edge pixel repeated (SciPy "reflect", OpenCV BORDER_REFLECT)
 * WRAP         abcd|abcd|abcd   tiled (SciPy "grid-wrap")
 * </pre>
 *
 * There is no bare "reflect", because libraries mean either of two things by it.
 */
public enum Border {
    CONSTANT {
        @Override
        int outside(int index, int length) {
            return FILL;
        }

        @Override
        double beyond(double place, int length) {
            return Double.NaN;
        }
    },
    REPLICATE {
        @Override
        int outside(int index, int length) {
            return index < 0 ? 0 : length - 1;
        }

        @Override
        double beyond(double place, int length) {
            return Math.max(0, Math.min(length - 1, place));
        }
    },
    REFLECT101 {
        @Override
        int outside(int index, int length) {
            if (length == 1) {
                return 0;
            }
            int period = 2 * length - 2;
            int phase = Math.floorMod(index, period);
            return phase < length ? phase : period - phase;
        }

        @Override
        double beyond(double place, int length) {
            return length == 1 ? 0 : mirrored(place, length - 1);
        }
    },
    SYMMETRIC {
        @Override
        int outside(int index, int length) {
            int period = 2 * length;
            int phase = Math.floorMod(index, period);
            return phase < length ? phase : period - 1 - phase;
        }

        @Override
        double beyond(double place, int length) {
            return mirrored(place + 0.5, length) - 0.5;
        }
    },
    WRAP {
        @Override
        int outside(int index, int length) {
            return Math.floorMod(index, length);
        }

        @Override
        double beyond(double place, int length) {
            return phase(place + 0.5, length) - 0.5;
        }
    };

    /** Stands for a pixel that has the fill level. */
    static final int FILL = -1;

    /** The index in [0, length) whose pixel is seen at {@code index}, or {@link #FILL}. */
    final int index(int index, int length) {
        return index >= 0 && index < length ? index : outside(index, length);
    }

    abstract int outside(int index, int length);

    /** The place of a picture that is seen at a place of its plane; nothing where that is the fill. */
    final Optional<Place> seen(Place place, ImageSize size) {
        double x = seen(place.x(), size.width());
        double y = seen(place.y(), size.height());
        return Double.isNaN(x) || Double.isNaN(y) ? Optional.empty() : Optional.of(new Place(x, y));
    }

    /** Pixels reach from half before their centre to half behind it. */
    private double seen(double place, int length) {
        return place >= -0.5 && place < length - 0.5 ? place : beyond(place, length);
    }

    /** The place in [-½, length − ½] that is seen at one outside, or NaN for the fill. */
    abstract double beyond(double place, int length);

    /** A place on a line that is mirrored at 0 and at {@code length}. */
    private static double mirrored(double place, int length) {
        double phase = phase(place, 2 * length);
        return phase <= length ? phase : 2 * length - phase;
    }

    /** The remainder in [0, period). */
    private static double phase(double place, int period) {
        double phase = place - period * Math.floor(place / period);
        return phase < period ? phase : 0;
    }
}
