package io.augstream.operation;

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
    },
    REPLICATE {
        @Override
        int outside(int index, int length) {
            return index < 0 ? 0 : length - 1;
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
    },
    SYMMETRIC {
        @Override
        int outside(int index, int length) {
            int period = 2 * length;
            int phase = Math.floorMod(index, period);
            return phase < length ? phase : period - 1 - phase;
        }
    },
    WRAP {
        @Override
        int outside(int index, int length) {
            return Math.floorMod(index, length);
        }
    };

    /** Stands for a pixel that has the fill level. */
    static final int FILL = -1;

    /** The index in [0, length) whose pixel is seen at {@code index}, or {@link #FILL}. */
    final int index(int index, int length) {
        return index >= 0 && index < length ? index : outside(index, length);
    }

    abstract int outside(int index, int length);
}
