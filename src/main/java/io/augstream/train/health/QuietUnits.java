package io.augstream.train.health;

import java.util.Arrays;

/**
 * For how many images in a row each unit behind a ReLU has given nothing but 0. A map's unit is a channel, which is quiet
 * where all its pixels are.
 */
final class QuietUnits {
    private final long[] images;
    private final float[] most;

    QuietUnits(int units) {
        images = new long[units];
        most = new float[units];
    }

    /** @param y rows of a number a unit, none below 0 */
    void look(float[] y, int rows, int batch) {
        Arrays.fill(most, 0f);
        for (int row = 0; row < rows; row++) {
            raise(y, row * most.length);
        }
        for (int unit = 0; unit < images.length; unit++) {
            images[unit] = most[unit] > 0 ? 0 : images[unit] + batch;
        }
    }

    private void raise(float[] y, int from) {
        for (int unit = 0; unit < most.length; unit++) {
            most[unit] = Math.max(most[unit], y[from + unit]);
        }
    }

    /** The share of units that have been quiet for so many images. */
    double share(int least) {
        return (double) Arrays.stream(images).filter(count -> count >= least).count() / images.length;
    }

    /** The counts themselves, to be written and read back. */
    long[] state() {
        return images;
    }
}
